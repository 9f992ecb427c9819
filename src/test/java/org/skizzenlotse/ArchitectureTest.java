// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.skizzenlotse.store.desk.InternalNote;
import org.skizzenlotse.store.desk.NoteStore;

/// Who may know whom. A room that does not exist yet breaks no rule.
@AnalyzeClasses(packages = "org.skizzenlotse", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CORE = {
        "org.skizzenlotse.dialog",
        "org.skizzenlotse.dialog.change",
        "org.skizzenlotse.engine..",
        "org.skizzenlotse.sketch.."
    };

    private static final String[] CORE_MAY_KNOW = {
        "org.skizzenlotse.dialog",
        "org.skizzenlotse.dialog.change",
        "org.skizzenlotse.engine..",
        "org.skizzenlotse.sketch..",
        "org.jspecify.annotations",
        "java.lang",
        "java.lang.annotation",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.math",
        "java.text..",
        "java.time..",
        "java.util",
        "java.util.function",
        "java.util.regex",
        "java.util.stream"
    };

    private static final String[] AROUND = {
        "org.skizzenlotse.dialog.condition..",
        "org.skizzenlotse.dialog.file..",
        "org.skizzenlotse.dialog.proof..",
        "org.skizzenlotse.dialog.source..",
        "org.skizzenlotse.dialog.talk..",
        "org.skizzenlotse.channel.*..",
        "org.skizzenlotse.attachment..",
        "org.skizzenlotse.author..",
        "org.skizzenlotse.delivery..",
        "org.skizzenlotse.inbox..",
        "org.skizzenlotse.render..",
        "org.skizzenlotse.web..",
        "org.skizzenlotse.cli.."
    };

    private static final String[] MAY_PRINT = {
        "org.skizzenlotse", "org.skizzenlotse.cli..", "org.skizzenlotse.channel.terminal.."
    };

    /// What gives another answer each time it is asked: it comes into the core as an argument.
    private static final Set<String> NEVER_THE_SAME =
            Set.of(
                    "java.lang.Math.random",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.lang.System.getenv",
                    "java.lang.System.getProperty",
                    "java.time.ZoneId.systemDefault",
                    "java.util.Locale.getDefault",
                    "java.util.TimeZone.getDefault",
                    "java.util.UUID.randomUUID");

    @ArchTest
    static final ArchRule theCoreKnowsOnlyThePlainLanguage =
            classes()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(CORE_MAY_KNOW)
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theCoreAsksForNoClockChanceOrSetting =
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .accessTargetWhere(givesAnotherAnswerEachTime())
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Random")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Thread.class)
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule everyRoomKnowsOnlyTheRoomsBelowIt =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .withOptionalLayers(true)
                    .layer("dialog")
                    .definedBy("org.skizzenlotse.dialog", "org.skizzenlotse.dialog.change")
                    .layer("engine and sketch")
                    .definedBy("org.skizzenlotse.engine..", "org.skizzenlotse.sketch..")
                    .layer("channel and store")
                    .definedBy("org.skizzenlotse.channel", "org.skizzenlotse.store..")
                    .layer("conversation")
                    .definedBy("org.skizzenlotse.conversation..")
                    .layer("around")
                    .definedBy(AROUND)
                    .layer("Main")
                    .definedBy("org.skizzenlotse")
                    .whereLayer("Main")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("around")
                    .mayOnlyBeAccessedByLayers("Main")
                    .whereLayer("conversation")
                    .mayOnlyBeAccessedByLayers("around", "Main")
                    .whereLayer("channel and store")
                    .mayOnlyBeAccessedByLayers("conversation", "around", "Main")
                    .whereLayer("engine and sketch")
                    .mayOnlyBeAccessedByLayers(
                            "channel and store", "conversation", "around", "Main");

    @ArchTest
    static final ArchRule noRoomsKnowEachOtherInACircle =
            slices().matching("org.skizzenlotse.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noChannelKnowsAnother =
            slices().matching("org.skizzenlotse.channel.(*)..")
                    .should()
                    .notDependOnEachOther()
                    // what they share
                    .ignoreDependency(
                            alwaysTrue(), resideInAPackage("org.skizzenlotse.channel.messenger.."))
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheStoreSpeaksSql =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.skizzenlotse.store..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "javax.sql..",
                            "org.jdbi..",
                            "org.flywaydb..",
                            "org.sqlite..")
                    .allowEmptyShould(true);

    /// An internal note can never be sent: whatever says something to anybody knows neither what a
    /// note is nor where it lies.
    @ArchTest
    static final ArchRule nothingThatSendsKnowsNotes =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "org.skizzenlotse.engine..",
                            "org.skizzenlotse.sketch..",
                            "org.skizzenlotse.conversation..",
                            "org.skizzenlotse.delivery..",
                            "org.skizzenlotse.channel..",
                            "org.skizzenlotse.render..",
                            "org.skizzenlotse.cli..",
                            "org.skizzenlotse.inbox.export..",
                            "org.skizzenlotse.inbox.brief..")
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(InternalNote.class, NoteStore.class);

    @ArchTest
    static final ArchRule onlyTheTerminalAndTheCommandsPrint =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(MAY_PRINT)
                    .should()
                    .accessField(System.class, "out")
                    .allowEmptyShould(true);

    private static DescribedPredicate<JavaAccess<?>> givesAnotherAnswerEachTime() {
        return DescribedPredicate.describe(
                "it gives another answer each time",
                access -> {
                    var owner = access.getTargetOwner().getFullName();
                    var name = access.getName();
                    return NEVER_THE_SAME.contains(owner + "." + name)
                            || (owner.startsWith("java.time.") && name.equals("now"))
                            || (owner.equals("java.time.Clock") && name.startsWith("system"));
                });
    }
}
