// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What was learnt and what is asked, in the forms in which people and programs read it: JSON with
/// its schema, Markdown, HTML, plain text.
@NullMarked
package org.skizzenlotse.render;

import org.jspecify.annotations.NullMarked;
