// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Proxy;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.channel.matrix.Homeserver.Happening;
import org.skizzenlotse.channel.matrix.Homeserver.Kind;

/// What is read of an event, and that nothing in one breaks anything.
class EventsTest {
    /// Nothing here is encrypted, so nobody is asked.
    private static final Homeserver NOBODY =
            (Homeserver)
                    Proxy.newProxyInstance(
                            Homeserver.class.getClassLoader(),
                            new Class<?>[] {Homeserver.class},
                            (_, method, _) -> {
                                throw new AssertionError(method.getName());
                            });

    private static Incoming read(String event) throws Exception {
        var kept = Events.kept(new Happening(Kind.EVENT, "$e", "!r", "@kim:h", event));
        return Events.read(Events.happening(kept), NOBODY);
    }

    private static Incoming message(String content) throws Exception {
        return read("{\"type\":\"m.room.message\",\"content\":" + content + "}");
    }

    @Test
    void aTextIsReadWithItsThread() throws Exception {
        assertThat(
                        message(
                                """
                                {"msgtype":"m.text","body":" Hallo ",
                                 "m.relates_to":{"rel_type":"m.thread","event_id":"$root"}}
                                """))
                .isEqualTo(new Incoming.Written("!r", "@kim:h", "$e", "Hallo", "$root"));
    }

    @Test
    void whatAReplyRepeatsIsLeftOut() throws Exception {
        assertThat(
                        message(
                                """
                                {"msgtype":"m.text","body":"> <@lotse:h> Frage?\\n> weiter\\n\\n2",
                                 "m.relates_to":{"m.in_reply_to":{"event_id":"$q"}}}
                                """))
                .isEqualTo(new Incoming.Written("!r", "@kim:h", "$e", "2", ""));
        assertThat(message("{\"msgtype\":\"m.text\",\"body\":\"> kein Zitat\\n\\nText\"}"))
                .isEqualTo(new Incoming.Written("!r", "@kim:h", "$e", "> kein Zitat\n\nText", ""));
    }

    @Test
    void anEditNamesWhatItReplacesAndTheNewText() throws Exception {
        assertThat(
                        message(
                                """
                                {"msgtype":"m.text","body":"* Neu",
                                 "m.new_content":{"msgtype":"m.text","body":"Neu"},
                                 "m.relates_to":{"rel_type":"m.replace","event_id":"$old"}}
                                """))
                .isEqualTo(new Incoming.Edited("!r", "@kim:h", "$old", "Neu"));
    }

    @Test
    void aFileIsToldFromItsCaption() throws Exception {
        var named =
                message(
                        """
                        {"msgtype":"m.file","body":"Unser Konzept","filename":"k.pdf",
                         "url":"mxc://h/1","info":{"size":7}}
                        """);
        var file = new MatrixFile("mxc://h/1", "k.pdf", 7, null);
        assertThat(named)
                .isEqualTo(new Incoming.Sent("!r", "@kim:h", "$e", file, "Unser Konzept", ""));
        var locked =
                message(
                        """
                        {"msgtype":"m.image","body":"bild.png","file":{"url":"mxc://h/2",
                         "key":{"k":"K"},"iv":"I","hashes":{"sha256":"H"}}}
                        """);
        var lock = new MatrixFile.Lock("K", "I", "H");
        assertThat(locked)
                .isEqualTo(
                        new Incoming.Sent(
                                "!r",
                                "@kim:h",
                                "$e",
                                new MatrixFile("mxc://h/2", "bild.png", -1, lock),
                                "",
                                ""));
    }

    @Test
    void aSpokenMessageIsToldFromMusic() throws Exception {
        assertThat(
                        message(
                                """
                                {"msgtype":"m.audio","body":"a.ogg","url":"mxc://h/1",
                                 "org.matrix.msc3245.voice":{}}
                                """))
                .isInstanceOf(Incoming.Voice.class);
        assertThat(message("{\"msgtype\":\"m.audio\",\"body\":\"a.ogg\",\"url\":\"mxc://h/1\"}"))
                .isInstanceOf(Incoming.Sent.class);
    }

    @Test
    void comingAndGoingIsAboutWhomTheEventNames() throws Exception {
        var left =
                """
                {"type":"m.room.member","state_key":"@noor:h","content":{"membership":"leave"}}
                """;
        assertThat(read(left)).isEqualTo(new Incoming.Left("!r", "@noor:h"));
        var renamed =
                """
                {"type":"m.room.member","state_key":"@noor:h","content":{"membership":"join"},
                 "unsigned":{"prev_content":{"membership":"join"}}}
                """;
        assertThat(read(renamed)).isEqualTo(new Incoming.Ignored("!r", "@noor:h"));
    }

    @Test
    void whatWasTakenBackNeedsNothing() throws Exception {
        assertThat(message("{}")).isInstanceOf(Incoming.Ignored.class);
        assertThat(read("{\"type\":\"m.room.encrypted\",\"content\":{}}"))
                .isInstanceOf(Incoming.Ignored.class);
        assertThat(read("{\"type\":\"m.room.redaction\",\"redacts\":\"$x\",\"content\":{}}"))
                .isEqualTo(new Incoming.TakenBack("!r", "@kim:h", "$x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"type\":7}",
                "{\"type\":\"m.room.message\",\"content\":[]}",
                "{\"type\":\"m.room.message\",\"content\":{\"msgtype\":{},\"body\":[]}}",
                "{\"type\":\"m.reaction\",\"content\":{\"m.relates_to\":null}}"
            })
    void whatIsNoEventIsNothing(String event) {
        assertThatCode(() -> read(event)).doesNotThrowAnyException();
    }

    @Test
    void noBrokenByteBreaksTheReader() {
        var random = RandomGenerator.of("L64X128MixRandom");
        var whole =
                "{\"type\":\"m.room.message\",\"content\":{\"msgtype\":\"m.file\",\"body\":\"a\","
                        + "\"file\":{\"url\":\"mxc://h/2\",\"key\":{\"k\":\"K\"}}}}";
        for (int i = 0; i < 2_000; i++) {
            var broken = new StringBuilder(whole);
            for (int j = random.nextInt(4); j >= 0; j--)
                broken.setCharAt(random.nextInt(broken.length()), (char) random.nextInt(128));
            // an event that says it is encrypted is opened by the library, which is not here
            if (broken.indexOf("encrypted") >= 0) continue;
            assertThatCode(() -> read(broken.toString())).doesNotThrowAnyException();
        }
    }
}
