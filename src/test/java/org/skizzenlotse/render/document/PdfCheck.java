// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// What a PDF is, seen by veraPDF and PDFBox.
public final class PdfCheck {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfCheck() {}

    /// Fails with the rules that are broken.
    public static void isFor(byte[] pdf, PDFAFlavour flavour) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = foundry.createValidator(flavour, false)) {
            var result = validator.validate(parser);
            var broken =
                    result.getTestAssertions().stream()
                            .map(one ->
                                    one.getRuleId().getClause()
                                            + " "
                                            + one.getMessage()
                                            + " "
                                            + one.getLocation().getContext())
                            .distinct()
                            .toList();
            assertThat(broken).isEmpty();
            assertThat(result.isCompliant()).isTrue();
            assertThat(result.getTotalAssertions()).isPositive();
        }
    }

    /// Its words as they stand on its pages, with one space between them.
    public static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }

    /// The kinds of its parts, such as H1, in order.
    static List<String> structure(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var kinds = new ArrayList<String>();
            walk(document.getDocumentCatalog().getStructureTreeRoot(), kinds);
            return kinds;
        }
    }

    private static void walk(PDStructureNode node, List<String> kinds) {
        for (var kid : node.getKids())
            if (kid instanceof PDStructureElement element) {
                kinds.add(element.getStructureType());
                walk(element, kinds);
            } else if (kid instanceof Integer || kid instanceof PDMarkedContentReference) {
                kinds.add("text");
            }
    }
}
