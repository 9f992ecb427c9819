// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// Style that a machine can hold. With `-Dtidy.rewrite=true` sources are formatted instead.
class TidyTest {
    private static final Path PROJECT = Path.of(System.getProperty("skizzenlotse.project", "."));
    private static final Path MAIN = PROJECT.resolve("src/main/java");
    private static final List<String> HEADER =
            List.of(
                    "// SPDX-FileCopyrightText: The Skizzenlotse authors",
                    "// SPDX-License-Identifier: Apache-2.0");
    private static final int COLUMNS_MAX = 100;
    private static final int FILE_LINES_MAX = 300;
    private static final int METHOD_LINES_MAX = 70;
    private static final int PARAMETERS_MAX = 4;
    private static final Pattern BANNED_TYPE_NAME =
            Pattern.compile(".*(Manager|Helper|Util|Utils|Impl)|(Base|Abstract)([A-Z].*)?");
    private static final Pattern PREFIXED_INTERFACE = Pattern.compile("I[A-Z][a-z].*");

    /// Written in pieces, so that this file does not find itself.
    private static final Pattern PLACE_OF_ONE_MACHINE =
            Pattern.compile(
                    "(?<![\\w.)}-])/("
                            + "work|root|farm|home|Users"
                            + ")/"
                            + "|[A-Z]:\\\\"
                            + "Users\\\\"
                            + "|https?://[a-z0-9.-]*("
                            + "registry|repo[0-9]*|proxy|mirror"
                            + ")[a-z0-9-]*\\.");

    private static final Set<String> NOT_OURS =
            Set.of(".git", ".idea", ".settings", ".vscode", "node_modules", "target", "var");

    @Test
    void everySourceIsFormatted() throws Exception {
        var formatter =
                new Formatter(
                        JavaFormatterOptions.builder()
                                .style(JavaFormatterOptions.Style.AOSP)
                                .build());
        var findings = new ArrayList<String>();
        for (var file : sources(PROJECT.resolve("src"))) {
            var source = Files.readString(file);
            var wanted = formatted(formatter, file, source);
            if (wanted.equals(source)) {
                continue;
            }
            if (Boolean.getBoolean("tidy.rewrite")) {
                Files.writeString(file, wanted);
            } else {
                findings.add(name(file) + ":" + firstDifference(source, wanted));
            }
        }
        assertThat(findings)
                .as("not formatted; -Dtest=TidyTest -Dtidy.rewrite=true does it")
                .isEmpty();
    }

    @Test
    void everySourceSaysWhoseItIsAndUnderWhichLicence() throws Exception {
        var findings = new ArrayList<String>();
        for (var file : sources(PROJECT.resolve("src"))) {
            var lines = Files.readAllLines(file);
            if (lines.size() < 2 || !lines.subList(0, 2).equals(HEADER)) {
                findings.add(name(file));
            }
        }
        assertThat(findings).as("without the two-line SPDX header").isEmpty();
    }

    @Test
    void linesFitTheScreen() throws Exception {
        var findings = new ArrayList<String>();
        for (var file : sources(PROJECT.resolve("src"))) {
            var lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                if (line.codePointCount(0, line.length()) > COLUMNS_MAX) {
                    findings.add(name(file) + ":" + (i + 1));
                }
            }
        }
        assertThat(findings).as("lines over %d columns", COLUMNS_MAX).isEmpty();
    }

    @Test
    void filesStaySmall() throws Exception {
        var findings = new ArrayList<String>();
        for (var file : sources(MAIN)) {
            var lines = Files.readAllLines(file).size();
            if (lines > FILE_LINES_MAX) {
                findings.add(name(file) + " " + lines);
            }
        }
        assertThat(findings).as("files over %d lines", FILE_LINES_MAX).isEmpty();
    }

    @Test
    void everyRoomStatesItsPurposeAndIsNullMarked() throws Exception {
        var rooms = new TreeSet<Path>();
        for (var file : sources(MAIN)) {
            rooms.add(file.getParent());
        }
        var findings = new ArrayList<String>();
        for (var room : rooms) {
            var info = room.resolve("package-info.java");
            var text = Files.exists(info) ? Files.readString(info) : "";
            if (!text.contains("NullMarked")
                    || !text.lines().anyMatch(line -> line.matches("/// .*\\w.*\\."))) {
                findings.add(name(room));
            }
        }
        assertThat(findings)
                .as("rooms without a package-info with a sentence and @NullMarked")
                .isEmpty();
    }

    @Test
    void typesAreNamedForWhatTheyAre() throws Exception {
        var findings = new ArrayList<String>();
        for (var unit : parsed(sources(PROJECT.resolve("src")))) {
            unit.eachType((type, line) -> {
                var typeName = type.getSimpleName().toString();
                var prefixed =
                        type.getKind() == Tree.Kind.INTERFACE
                                && PREFIXED_INTERFACE.matcher(typeName).matches();
                if (prefixed || BANNED_TYPE_NAME.matcher(typeName).matches()) {
                    findings.add(unit.name() + ":" + line + " " + typeName);
                }
            });
        }
        assertThat(findings).as("names that say nothing").isEmpty();
    }

    @Test
    void methodsFitTheScreenAndTakeFewParameters() throws Exception {
        var findings = new ArrayList<String>();
        for (var unit : parsed(sources(MAIN))) {
            unit.eachMethod((method, lines) -> {
                var place = unit.name() + " " + method.getName();
                if (lines > METHOD_LINES_MAX) {
                    findings.add(place + ": " + lines + " lines");
                }
                if (method.getParameters().size() > PARAMETERS_MAX) {
                    findings.add(place + ": " + method.getParameters().size() + " parameters");
                }
            });
        }
        assertThat(findings)
                .as("methods over %d lines or %d parameters", METHOD_LINES_MAX, PARAMETERS_MAX)
                .isEmpty();
    }

    @Test
    void noFileNamesAPlaceOfOneMachine() throws Exception {
        var findings = new ArrayList<String>();
        for (var file : files(PROJECT)) {
            var lines = text(file).map(text -> text.lines().toList()).orElse(List.of());
            for (int i = 0; i < lines.size(); i++) {
                if (PLACE_OF_ONE_MACHINE.matcher(lines.get(i)).find()) {
                    findings.add(name(file) + ":" + (i + 1));
                }
            }
        }
        assertThat(findings).as("a home or workplace folder, or a host to download from").isEmpty();
    }

    private static String formatted(Formatter formatter, Path file, String source) {
        try {
            return formatter.formatSource(source);
        } catch (FormatterException unreadable) {
            throw new AssertionError(name(file) + " cannot be read by the formatter", unreadable);
        }
    }

    private static int firstDifference(String source, String wanted) {
        var here = source.lines().toList();
        var there = wanted.lines().toList();
        int line = 0;
        while (line < here.size()
                && line < there.size()
                && here.get(line).equals(there.get(line))) {
            line++;
        }
        return line + 1;
    }

    private static String name(Path file) {
        return PROJECT.relativize(file).toString();
    }

    private static List<Path> sources(Path folder) throws IOException {
        return files(folder).stream().filter(file -> file.toString().endsWith(".java")).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path place, BasicFileAttributes given) {
                        return NOT_OURS.contains(place.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes given) {
                        if (given.isRegularFile()
                                && !NOT_OURS.contains(file.getFileName().toString())) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        found.sort(null);
        return found;
    }

    /// The file's text; nothing where its bytes are not UTF-8.
    private static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(
                    UTF_8.newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    private static List<Unit> parsed(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files));
            var units = new ArrayList<Unit>();
            for (var tree : task.parse()) {
                units.add(new Unit(tree, Trees.instance(task)));
            }
            return units;
        }
    }

    /// One source file as the compiler reads it.
    private record Unit(CompilationUnitTree tree, Trees trees) {
        String name() {
            return TidyTest.name(Path.of(tree.getSourceFile().toUri()));
        }

        void eachType(BiConsumer<ClassTree, Long> visit) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree type, Void unused) {
                    visit.accept(type, line(start(type)));
                    return super.visitClass(type, null);
                }
            }.scan(tree, null);
        }

        /// Every method but the constructors of records, whose parameters are their components.
        void eachMethod(BiConsumer<MethodTree, Long> visit) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree type, Void unused) {
                    for (var member : type.getMembers()) {
                        var skipped =
                                type.getKind() == Tree.Kind.RECORD
                                        && member instanceof MethodTree method
                                        && method.getName().contentEquals("<init>");
                        if (!skipped) scan(member, null);
                    }
                    return null;
                }

                @Override
                public Void visitMethod(MethodTree method, Void unused) {
                    var end = trees.getSourcePositions().getEndPosition(tree, method);
                    visit.accept(method, line(end) - line(start(method)) + 1);
                    return super.visitMethod(method, null);
                }
            }.scan(tree, null);
        }

        private long start(Tree part) {
            return trees.getSourcePositions().getStartPosition(tree, part);
        }

        private long line(long position) {
            LineMap lines = tree.getLineMap();
            return lines.getLineNumber(position);
        }
    }
}
