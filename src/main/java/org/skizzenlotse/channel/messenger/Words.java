// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.messenger;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.skizzenlotse.engine.Progress;

/// The words of a channel in one language, from `texts/<channel>/<language>.properties`. What a
/// dialog says comes from its files.
public class Words {
    private static final String GERMAN = "de";

    private final String language;
    private final Properties texts = new Properties();

    /// Those of a channel.
    protected Words(String channel, String language) {
        this.language = language;
        var resource = "/texts/" + channel + "/" + language + ".properties";
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(resource));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// All that there are, by their language.
    protected static <W extends Words> Map<String, W> all(Function<String, W> in) {
        return List.of(GERMAN, "en").stream().collect(Collectors.toMap(one -> one, in));
    }

    /// Those for a variant of a dialog or the language of somebody's phone: those of its language,
    /// else German ones.
    protected static <W extends Words> W in(Map<String, W> all, String variant) {
        var own = variant.split("-", 2)[0];
        return Objects.requireNonNull(all.getOrDefault(own, all.get(GERMAN)));
    }

    /// The language, by its code of two letters.
    public String language() {
        return language;
    }

    /// The words under a key, with `{0}`, `{1}` replaced by the details.
    ///
    /// @throws IllegalArgumentException when there are none
    public String say(String key, Object... details) {
        var text = texts.getProperty(key);
        if (text == null) throw new IllegalArgumentException("no words for " + key);
        for (int i = 0; i < details.length; i++)
            text = text.replace("{" + i + "}", String.valueOf(details[i]));
        return text;
    }

    /// What is said to what we cannot take (`sticker`, `location` …).
    public String kind(String kind) {
        var key = "kind_" + kind;
        return texts.containsKey(key) ? say(key) : say("kind_other");
    }

    /// How to type an answer of this type; empty where nothing needs to be said.
    public String format(String type) {
        return texts.getProperty("format_" + type, "");
    }

    /// An honest range of what is to come; empty when nothing is.
    public String progress(Progress progress) {
        var inGroup = !progress.group().isEmpty() && progress.groupMost() > 0;
        if (inGroup) return left("left_group", progress.groupLeast(), progress.groupMost());
        return progress.most() == 0 ? "" : left("left", progress.least(), progress.most());
    }

    private String left(String key, int least, int most) {
        var form = least == most ? (most == 1 ? "_one" : "") : "_range";
        return say(key + form, least, most);
    }
}
