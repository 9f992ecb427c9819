// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.HttpUrl;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.skizzenlotse.channel.telegram.CallOutcome.Failure;
import org.skizzenlotse.channel.telegram.CallOutcome.Refused;
import org.telegram.telegrambots.meta.api.methods.GetFile;

/// Files, both ways, as streams. The library would hold them in memory whole, fetch them from
/// Telegram's own address only, and send them under no name but one that is safe for a part.
final class BotFiles {
    /// Names the part that holds the bytes; the person sees the file's name.
    private static final String PART = "file";

    /// The longest answer to a file that was sent is its message.
    private static final long ANSWER_BYTES_MAX = 1L << 20;

    private final BotAccess access;
    private final BotWire wire;
    private final OkHttpClient client;

    BotFiles(BotAccess access, BotWire wire) {
        this.access = access;
        this.wire = wire;
        client = wire.files();
    }

    /// Sends a file with a plain caption, or none where it is empty.
    CallOutcome send(long chat, Upload file, String caption) {
        var form =
                new MultipartBody.Builder()
                        .setType(MultipartBody.FORM)
                        .addFormDataPart("chat_id", Long.toString(chat))
                        .addFormDataPart("document", "attach://" + PART)
                        .addFormDataPart(PART, file.name(), file.body());
        if (!caption.isEmpty()) form.addFormDataPart("caption", caption);
        var request = new Request.Builder().url(access.method("sendDocument")).post(form.build());
        try (var response = client.newCall(request.build()).execute()) {
            return Answers.read(response.peekBody(ANSWER_BYTES_MAX).string());
        } catch (IOException silence) {
            return Answers.silence(silence);
        }
    }

    /// Fetches a file: where it is, then its bytes.
    Download fetch(String fileId, long bytesMax) {
        return switch (wire.call(GetFile.builder().fileId(fileId).build())) {
            case CallOutcome.Done done -> {
                var path = done.result().path("file_path").asText("");
                if (done.result().path("file_size").asLong(-1) > bytesMax)
                    yield new Download.TooBig();
                yield path.isEmpty() || path.contains("..")
                        ? failed(Answers.later(CallOutcome.NOT_UNDERSTOOD))
                        : bytes(access.file(path), bytesMax);
            }
            case Refused refused when refused.why().equals(CallOutcome.TOO_BIG) ->
                    new Download.TooBig();
            case Failure failure -> failed(failure);
        };
    }

    private Download bytes(HttpUrl where, long bytesMax) {
        try {
            var response = client.newCall(new Request.Builder().url(where).build()).execute();
            var body = response.body();
            if (response.isSuccessful() && body != null) return opened(body, bytesMax);
            response.close();
            return failed(refusal(response));
        } catch (IOException silence) {
            return failed(Answers.silence(silence));
        }
    }

    private static Download opened(ResponseBody body, long bytesMax) {
        if (body.contentLength() > bytesMax) {
            body.close();
            return new Download.TooBig();
        }
        return new Download.Open(new Capped(body.byteStream(), bytesMax), body.contentLength());
    }

    /// A link that has just been given and leads nowhere may lead there at the next attempt.
    private static Failure refusal(Response response) {
        if (response.code() == 401) return new Refused(401, CallOutcome.TOKEN);
        if (response.code() == 429) return Answers.later(CallOutcome.BUSY);
        return Answers.later(response.code() >= 500 ? CallOutcome.SERVER : CallOutcome.UNAVAILABLE);
    }

    private static Download failed(Failure how) {
        return new Download.Failed(how);
    }

    /// Ends with an exception rather than with a file that seems whole.
    private static final class Capped extends FilterInputStream {
        private long left;

        Capped(InputStream bytes, long bytesMax) {
            super(bytes);
            left = bytesMax;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) count(read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        private void count(long bytes) throws Download.TooBigInside {
            left -= bytes;
            if (left < 0) throw new Download.TooBigInside();
        }
    }
}
