// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.channel.telegram.Incoming.Blocked;
import org.skizzenlotse.channel.telegram.Incoming.Edited;
import org.skizzenlotse.channel.telegram.Incoming.Group;
import org.skizzenlotse.channel.telegram.Incoming.Other;
import org.skizzenlotse.channel.telegram.Incoming.Sent;
import org.skizzenlotse.channel.telegram.Incoming.Shown;
import org.skizzenlotse.channel.telegram.Incoming.Tapped;
import org.skizzenlotse.channel.telegram.Incoming.Unblocked;
import org.skizzenlotse.channel.telegram.Incoming.Unreadable;
import org.skizzenlotse.channel.telegram.Incoming.Voice;
import org.skizzenlotse.channel.telegram.Incoming.Written;

class IncomingTest {
    private static final long PERSON = 5_000_000_001L;
    private static final String CHAT =
            "'chat':{'id':5000000001,'type':'private','first_name':'Ada'}";
    private static final String FROM =
            "'from':{'id':5000000001,'is_bot':false,'first_name':'Ada','language_code':'de'}";

    @Test
    void aTextComesWithTheLanguageOfTheApp() {
        assertThat(message("'text':'Wir zählen Wege.'"))
                .isEqualTo(new Written(PERSON, 41, "Wir zählen Wege.", "de"));
        assertThat(message("'text':'/start skizze','entities':[{'type':'bot_command'}]"))
                .isEqualTo(new Written(PERSON, 41, "/start skizze", "de"));
        assertThat(read("'message':{'message_id':1,'date':1,'text':'a'," + CHAT + "}"))
                .isEqualTo(new Written(PERSON, 1, "a", ""));
    }

    @Test
    void aTapBringsTheKeyboardThatStandsThere() {
        var tapped =
                tap(
                        "'date':1760000000,'text':'Frage','reply_markup':{'inline_keyboard':"
                                + "[[{'text':'☑ Ja','callback_data':'t:ja'}],"
                                + "[{'text':'Mehr','url':'https://example.org/'}]]}");
        var shown =
                new Shown(
                        true,
                        List.of(
                                List.of(new Button("☑ Ja", "t:ja", "")),
                                List.of(new Button("Mehr", "", "https://example.org/"))));
        assertThat(tapped).isEqualTo(new Tapped(PERSON, "77", 40, "t:ja", shown, "de"));
        assertThat(shown.offers("t:ja")).isTrue();
        assertThat(shown.offers("t:nein")).isFalse();
    }

    @Test
    void aTapOnAMessageThatIsTooOldIsStillATap() {
        assertThat(tap("'date':0"))
                .isEqualTo(new Tapped(PERSON, "77", 40, "t:ja", new Shown(false, List.of()), "de"));
    }

    @Test
    void aKeyboardThatCannotBeReadCostsNoTap() {
        assertThat(tap("'date':1,'reply_markup':{'inline_keyboard':[[{'text':7}]]}"))
                .isEqualTo(new Tapped(PERSON, "77", 40, "t:ja", new Shown(true, List.of()), "de"));
    }

    @Test
    void aDocumentKeepsItsNameCaptionAndAlbum() {
        assertThat(
                        message(
                                "'document':{'file_id':'D1','file_unique_id':'u','file_name':"
                                        + "'Wege.csv','mime_type':'text/csv','file_size':123},"
                                        + "'caption':'Zählung','media_group_id':'99'"))
                .isEqualTo(
                        new Sent(
                                PERSON,
                                41,
                                new TelegramFile("D1", "Wege.csv", 123),
                                "99",
                                "Zählung"));
    }

    @Test
    void aPhotoIsTakenInItsLargestSizeWhateverTheOrder() {
        assertThat(
                        message(
                                "'photo':[{'file_id':'m','width':320,'height':240,'file_size':9},"
                                        + "{'file_id':'l','width':1280,'height':960},"
                                        + "{'file_id':'s','width':90,'height':67,'file_size':3}]"))
                .isEqualTo(sent("l", "foto-41.jpg", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "'''document'':{''file_id'':''x''}', datei-41",
        "'''document'':{''file_id'':''x'',''mime_type'':''application/pdf''}', datei-41.pdf",
        "'''document'':{''file_id'':''x'',''file_name'':'' ''}', datei-41",
        "'''video'':{''file_id'':''x'',''mime_type'':''video/quicktime''}', video-41.mov",
        "'''video'':{''file_id'':''x'',''file_name'':''Rad.mp4''}', Rad.mp4",
        "'''audio'':{''file_id'':''x''}', audio-41.mp3",
        "'''animation'':{''file_id'':''y''},''document'':{''file_id'':''x'',"
                + "''file_name'':''a.gif.mp4''}', a.gif.mp4"
    })
    void aFileWithoutANameGetsOne(String content, String name) {
        assertThat(message(content)).isEqualTo(sent("x", name, -1));
    }

    @Test
    void aSpokenMessageIsNoFile() {
        assertThat(
                        message(
                                "'voice':{'file_id':'v','duration':3,'mime_type':'audio/ogg',"
                                        + "'file_size':5}"))
                .isEqualTo(
                        new Voice(PERSON, 41, new TelegramFile("v", "sprachnachricht-41.ogg", 5)));
    }

    @Test
    void anEditedTextOrCaptionIsKnownByItsMessage() {
        assertThat(edited("'text':'Anders'")).isEqualTo(new Edited(PERSON, 41, "Anders"));
        assertThat(edited("'photo':[],'caption':'Neu'")).isEqualTo(new Edited(PERSON, 41, "Neu"));
        assertThat(edited("'location':{'latitude':1.5,'longitude':2.5}"))
                .isEqualTo(new Unreadable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sticker",
                "location",
                "contact",
                "poll",
                "dice",
                "video_note",
                "story",
                "checklist"
            })
    void whatAnswersNoQuestionIsNamed(String kind) {
        assertThat(message("'" + kind + "':{}")).isEqualTo(new Other(PERSON, 41, kind));
    }

    @Test
    void whatIsNewInTelegramIsAnsweredRatherThanPassedOver() {
        assertThat(message("'hologram':{}")).isEqualTo(new Other(PERSON, 41, "unknown"));
    }

    @Test
    void aVenueIsNoBareLocation() {
        assertThat(message("'location':{},'venue':{}")).isEqualTo(new Other(PERSON, 41, "venue"));
    }

    @Test
    void blockingAndUnblockingAreHeard() {
        assertThat(member("private", "kicked")).isEqualTo(new Blocked(PERSON));
        assertThat(member("private", "member")).isEqualTo(new Unblocked(PERSON));
    }

    @Test
    void aGroupIsAGroupWhateverIsSaidThere() {
        var chat = "'chat':{'id':-1001,'type':'supergroup','title':'Verein'}";
        assertThat(groupMessage("'text':'Hallo zusammen'," + chat))
                .isEqualTo(new Group(-1001, "Verein", false));
        assertThat(groupMessage("'text':'/start@skizzenlotse_bot'," + chat))
                .isEqualTo(new Group(-1001, "Verein", true));
        assertThat(groupMessage("'photo':[{'file_id':'x'}]," + chat))
                .isEqualTo(new Group(-1001, "Verein", false));
        assertThat(member("group", "member")).isEqualTo(new Group(PERSON, "", true));
        assertThat(member("group", "left")).isEqualTo(new Unreadable());
        assertThat(
                        read(
                                "'callback_query':{'id':'1','data':'x',"
                                        + FROM
                                        + ",'message':{'message_id':1,'date':1,"
                                        + chat
                                        + "}}"))
                .isEqualTo(new Group(-1001, "Verein", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "[]",
                "7",
                "null",
                "{\"update_id\":1",
                "{'update_id':1}",
                "{'update_id':1,'poll':{}}",
                "{'update_id':1,'message':7}",
                "{'update_id':1,'message':{}}",
                "{'update_id':1,'message':{'chat':{'id':1,'type':'channel'},'text':'a'}}",
                "{'update_id':1,'message':{'message_id':1,'chat':{'id':1},'text':'a'}}",
                "{'update_id':1,'message':{'message_id':1,'chat':{'id':'1','type':'private'},"
                        + "'text':'a'}}",
                "{'update_id':1,'message':{'message_id':1,'chat':{'id':1,'type':'private'},"
                        + "'text':{}}}",
                "{'update_id':1,'message':{'message_id':1,'chat':{'id':1,'type':'private'},"
                        + "'text':''}}",
                "{'update_id':1,'message':{'message_id':99999999999,'text':'a',"
                        + "'chat':{'id':1,'type':'private'}}}",
                "{'update_id':1,'message':{'message_id':1,'chat':{'id':1,'type':'private'},"
                        + "'photo':[]}}",
                "{'update_id':1,'message':{'message_id':1,'chat':{'id':1,'type':'private'},"
                        + "'pinned_message':{}}}",
                "{'update_id':1,'message':{'message_id':1,'chat':{'id':1,'type':'private'},"
                        + "'from':{'is_bot':true},'text':'a'}}",
                "{'update_id':1,'callback_query':{'id':'1','inline_message_id':'2','data':'a'}}",
                "{'update_id':1,'callback_query':{'id':'1','game_short_name':'a','message':"
                        + "{'message_id':1,'date':1,'chat':{'id':1,'type':'private'}}}}"
            })
    void whatIsOddIsUnreadableAndNothingWorse(String json) {
        assertThat(Incoming.read(json.replace('\'', '"'))).isEqualTo(new Unreadable());
    }

    @Test
    void deepNestingIsUnreadable() {
        var deep = "{\"update_id\":1,\"message\":" + "[".repeat(100_000);
        assertThat(Incoming.read(deep)).isEqualTo(new Unreadable());
    }

    @Test
    void noBrokenByteBreaksTheReader() {
        var whole =
                "{'update_id':1,'callback_query':{'id':'77','data':'t:ja',"
                        + FROM
                        + ",'message':{'message_id':40,"
                        + CHAT
                        + ",'date':1,'reply_markup':{'inline_keyboard':[[{'text':'a',"
                        + "'callback_data':'b'}]]}}}}";
        var random = new Random(62);
        for (int i = 0; i < 5_000; i++) {
            var broken = new StringBuilder(whole.replace('\'', '"'));
            for (int j = 0; j < 3; j++)
                broken.setCharAt(
                        random.nextInt(broken.length()),
                        "{}[]\",:01ent".charAt(random.nextInt(12)));
            assertThat(Incoming.read(broken.toString())).isNotNull();
        }
    }

    @Test
    void nothingPersonalIsShown() {
        var all =
                List.of(
                        message("'text':'Geheimnis'"),
                        edited("'text':'Geheimnis'"),
                        message("'voice':{'file_id':'Geheimnis'}"),
                        message(
                                "'document':{'file_id':'Geheimnis','file_name':'Geheimnis'},"
                                        + "'caption':'Geheimnis'"),
                        message("'sticker':{}"),
                        member("private", "kicked"),
                        member("private", "member"),
                        tap("'date':1"),
                        groupMessage("'chat':{'id':-5000000001,'type':'group','title':'Ada'}"));
        assertThat(all.toString()).doesNotContain("Geheimnis", "5000000001", "Ada", "t:ja");
    }

    private static Sent sent(String fileId, String name, long bytes) {
        return new Sent(PERSON, 41, new TelegramFile(fileId, name, bytes), "", "");
    }

    private static Incoming message(String content) {
        return read(
                "'message':{'message_id':41,'date':1760000000,"
                        + String.join(",", FROM, CHAT, content)
                        + "}");
    }

    private static Incoming edited(String content) {
        return read(
                "'edited_message':{'message_id':41,'date':1760000000,'edit_date':1760000009,"
                        + String.join(",", FROM, CHAT, content)
                        + "}");
    }

    private static Incoming groupMessage(String content) {
        return read("'message':{'message_id':3,'date':1," + FROM + "," + content + "}");
    }

    private static Incoming tap(String rest) {
        return read(
                "'callback_query':{'id':'77','chat_instance':'1','data':'t:ja',"
                        + FROM
                        + ",'message':{'message_id':40,"
                        + CHAT
                        + ","
                        + rest
                        + "}}");
    }

    private static Incoming member(String type, String status) {
        return read(
                "'my_chat_member':{'date':1,"
                        + FROM
                        + ",'chat':{'id':5000000001,'type':'"
                        + type
                        + "'},'old_chat_member':{'status':'member'},"
                        + "'new_chat_member':{'status':'"
                        + status
                        + "'}}");
    }

    private static Incoming read(String content) {
        return Incoming.read(("{'update_id':1," + content + "}").replace('\'', '"'));
    }
}
