// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.io.IOException;
import java.io.InputStream;

/// The part of a homeserver that needs no keys of a room.
abstract class OverHttp implements Homeserver {
    private final Calls calls;
    private final RoomCalls rooms;
    private final FileCalls files;

    OverHttp(Calls calls, String user) {
        this.calls = calls;
        this.rooms = new RoomCalls(calls, user);
        this.files = new FileCalls(calls);
    }

    final Calls calls() {
        return calls;
    }

    final RoomCalls rooms() {
        return rooms;
    }

    @Override
    public final void join(String room) throws Failed {
        rooms.join(room);
    }

    @Override
    public final void leave(String room) throws Failed {
        rooms.leave(room);
    }

    @Override
    public final Room room(String room) throws Failed {
        return rooms.room(room);
    }

    @Override
    public final void redact(String room, String transaction, String event) throws Failed {
        rooms.redact(room, transaction, event);
    }

    @Override
    public final void typing(String room, boolean on) throws Failed {
        rooms.typing(room, on);
    }

    @Override
    public final void read(String room, String event) throws Failed {
        rooms.read(room, event);
    }

    @Override
    public final String accountData(String type) throws Failed {
        return rooms.accountData(type);
    }

    @Override
    public final void setAccountData(String type, String json) throws Failed {
        rooms.setAccountData(type, json);
    }

    @Override
    public final <T> T download(String mxc, Reading<T> reading) throws Failed, IOException {
        return files.download(mxc, reading);
    }

    @Override
    public final String upload(InputStream bytes, long size, String contentType)
            throws Failed, IOException {
        return files.upload(bytes, size, contentType);
    }
}
