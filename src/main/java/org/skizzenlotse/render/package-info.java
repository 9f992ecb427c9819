// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What was learnt in the forms in which people read it: Markdown, HTML, plain text, a document;
/// and the Markdown of dialog texts.
@NullMarked
package org.skizzenlotse.render;

import org.jspecify.annotations.NullMarked;
