// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// Puts a file into a PDF, as the data that its pages show (ISO 19005-3, annex E).
final class Inside {
    private Inside() {}

    static void put(PDDocument document, PagePdf.Source source) throws IOException {
        var bytes = source.text().getBytes(UTF_8);
        var file =
                new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        file.setSubtype(source.mediaType());
        file.setSize(bytes.length);
        var at = source.at();
        if (at != null) file.setModDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
        var named = new PDComplexFileSpecification();
        named.setFile(source.name());
        named.setFileUnicode(source.name());
        named.setFileDescription(source.name());
        named.setEmbeddedFile(file);
        named.setEmbeddedFileUnicode(file);
        named.getCOSObject().setName("AFRelationship", "Data");
        var catalogue = document.getDocumentCatalog();
        var names = new PDDocumentNameDictionary(catalogue);
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(source.name(), named));
        names.setEmbeddedFiles(files);
        catalogue.setNames(names);
        var associated = new COSArray();
        associated.add(named.getCOSObject());
        catalogue.getCOSObject().setItem("AF", associated);
    }
}
