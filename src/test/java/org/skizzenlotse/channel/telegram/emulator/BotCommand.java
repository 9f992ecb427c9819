// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

/// One line of the menu that a person sees beside the field for text.
public record BotCommand(String command, String description) {}
