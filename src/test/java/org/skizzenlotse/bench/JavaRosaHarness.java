// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.javarosa.core.model.CoreModelModule;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.MultipleItemsData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.services.PrototypeManager;
import org.javarosa.core.util.JavaRosaCoreModule;
import org.javarosa.core.util.externalizable.DeserializationException;
import org.javarosa.core.util.externalizable.ExtUtil;
import org.javarosa.core.util.externalizable.PrototypeFactory;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.model.xform.XFormSerializingVisitor;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormUtils;

/// ODK's engine over the form in which ODK saves what was answered: the instance as XML. Where a
/// question stands is known beforehand, which is to its advantage.
final class JavaRosaHarness implements Harness {
    static {
        // it tells of every form that it reads, which would be measured too
        System.setProperty("org.slf4j.simpleLogger.log.org.javarosa", "error");
        System.setProperty("org.slf4j.simpleLogger.log.XFormParser", "error");
    }

    private final PrototypeFactory prototypes;
    private final Map<String, FormIndex> places = new HashMap<>();
    private final Loading loading;
    private final byte[] definition;
    private final byte[] fresh;
    private FormDef form;

    /// What is loaded each turn.
    enum Loading {
        /// The definition from its binary form and the instance, as ODK opens what it saved: a
        /// definition holds the instance, so that it cannot be shared.
        EVERYTHING,
        /// The instance only; the definition stays in memory for the one thread that runs.
        INSTANCE
    }

    JavaRosaHarness(Workload work, Loading loading) {
        this.loading = loading;
        new JavaRosaCoreModule().registerModule();
        new XFormsModule().registerModule();
        PrototypeManager.registerPrototypes(CoreModelModule.classNames);
        prototypes = PrototypeManager.getDefault();
        try {
            var xml = WorkloadFiles.xform(work).getBytes(UTF_8);
            form = XFormUtils.getFormFromInputStream(new ByteArrayInputStream(xml));
            form.initialize(true, new InstanceInitializationFactory());
            var controller = controller();
            var model = controller.getModel();
            for (var at = model.incrementIndex(model.getFormIndex());
                    at.isInForm();
                    at = model.incrementIndex(at)) places.put(at.getReference().getNameLast(), at);
            fresh = written();
            definition = ExtUtil.serialize(form);
        } catch (XFormParser.ParseException wrong) {
            throw new IllegalStateException("the XForm of the workload", wrong);
        }
    }

    @Override
    public byte[] begin() {
        return fresh.clone();
    }

    @Override
    public Taken turn(byte[] stored, Workload.Answer answer) {
        load(stored);
        return live(answer, stored, true);
    }

    /// A turn on the instance at hand, written where asked for.
    Taken live(Workload.Answer answer, byte[] before, boolean written) {
        var controller = controller();
        var place = places.get(answer.asked().id());
        controller.jumpToIndex(place);
        IAnswerData data;
        try {
            data = data(answer);
        } catch (IllegalArgumentException noNumber) {
            return new Taken(false, before, answer.asked().id());
        }
        if (controller.answerQuestion(place, data, true) != FormEntryController.ANSWER_OK)
            return new Taken(false, before, answer.asked().id());
        var event = controller.stepToNextEvent();
        var asks = "";
        if (event == FormEntryController.EVENT_QUESTION) {
            var prompt = controller.getModel().getQuestionPrompt();
            if (prompt.getQuestionText().isEmpty()) throw new IllegalStateException("no words");
            asks = prompt.getIndex().getReference().getNameLast();
        }
        return new Taken(true, written ? written() : before, asks);
    }

    /// An empty instance in the place of the one at hand.
    void reset() {
        load(fresh);
    }

    @Override
    public Map<String, String> record(byte[] stored) {
        load(stored);
        var record = new TreeMap<String, String>();
        var root = form.getMainInstance().getRoot();
        for (int i = 0; i < root.getNumChildren(); i++) {
            var node = root.getChildAt(i);
            var value = node.getValue();
            if (value != null) record.put(node.getName(), value.uncast().getString());
        }
        return record;
    }

    private FormEntryController controller() {
        return new FormEntryController(new FormEntryModel(form));
    }

    private void load(byte[] stored) {
        if (loading == Loading.EVERYTHING) form = definition();
        var saved = XFormParser.restoreDataModel(stored, null).getRoot();
        var root = form.getMainInstance().getRoot().deepCopy(true);
        root.populate(saved, form);
        form.getMainInstance().setRoot(root);
        form.initialize(false, new InstanceInitializationFactory());
    }

    private FormDef definition() {
        try {
            return (FormDef) ExtUtil.deserialize(definition, FormDef.class, prototypes);
        } catch (IOException | DeserializationException wrong) {
            throw new IllegalStateException("its own binary form", wrong);
        }
    }

    private byte[] written() {
        try {
            return new XFormSerializingVisitor().serializeInstance(form.getMainInstance());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static IAnswerData data(Workload.Answer answer) {
        return switch (answer.asked().kind()) {
            case TEXT, DETAIL -> new StringData(answer.words());
            case ONE -> new SelectOneData(new Selection(answer.options().getFirst()));
            case NUMBER -> new IntegerData().cast(new UncastData(answer.words()));
            case MANY ->
                    new MultipleItemsData(answer.options().stream().map(Selection::new).toList());
        };
    }
}
