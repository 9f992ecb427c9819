// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What surrounds the conversation on the web: the start page, principles and questions to read
/// before, and the legal pages, all made from dialogs and settings in force.
@NullMarked
package org.skizzenlotse.channel.web.site;

import org.jspecify.annotations.NullMarked;
