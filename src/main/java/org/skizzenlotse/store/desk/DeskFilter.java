// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import java.util.Locale;

/// Which rows are asked for; an empty word asks for any. `assigned` is a staff ID, or [#NOBODY].
public record DeskFilter(
        String status,
        String light,
        String topic,
        String dialog,
        String channel,
        String assigned,
        String label,
        Only only,
        Order order) {
    /// In place of a staff ID: nobody took it over.
    public static final String NOBODY = "-";

    /// Everything, the newest first.
    public static final DeskFilter ALL =
            new DeskFilter("", "", "", "", "", "", "", Only.ALL, Order.NEWEST);

    /// The same in another order.
    public DeskFilter ordered(Order other) {
        return new DeskFilter(status, light, topic, dialog, channel, assigned, label, only, other);
    }

    /// The same of those that somebody looks after.
    public DeskFilter assignedTo(String staff) {
        return new DeskFilter(status, light, topic, dialog, channel, staff, label, only, order);
    }

    /// What is asked for by how things are now.
    public enum Only {
        ALL,
        /// Something came that this member has not seen.
        UNREAD,
        /// A reminder is due.
        REMIND,
        /// The day promised for an answer is near or over.
        PROMISED_SOON;

        /// The name in addresses.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How rows are ordered: never by the light, which would make a ranking of it.
    public enum Order {
        NEWEST("d.at desc, d.conversation_id"),
        OLDEST("d.at, d.conversation_id"),
        PROMISED("d.promised_at is null, d.promised_at, d.at, d.conversation_id");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }

        /// The name in addresses.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
