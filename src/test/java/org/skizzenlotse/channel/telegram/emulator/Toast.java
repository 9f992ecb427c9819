// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

/// How a tap was answered; the text is empty where only the button came to rest.
public record Toast(String callbackId, String text, boolean alert) {}
