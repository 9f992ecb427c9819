// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The faults of all tests that plant some.
final class Planted {
    private static final List<Class<?>> TESTS =
            List.of(
                    ConditionFaultsTest.class,
                    DialogFaultsTest.class,
                    GuidanceFaultsTest.class,
                    OutcomeFaultsTest.class,
                    ProofFaultsTest.class,
                    RuleFaultsTest.class,
                    VariantFaultsTest.class,
                    YamlFaultsTest.class);

    private Planted() {}

    static List<Fault> faults() throws ReflectiveOperationException {
        var faults = new ArrayList<Fault>();
        for (var test : TESTS)
            for (var method : test.getDeclaredMethods()) {
                if (!Modifier.isStatic(method.getModifiers()) || method.getParameterCount() > 0)
                    continue;
                if (!Collection.class.isAssignableFrom(method.getReturnType())) continue;
                method.setAccessible(true);
                for (var one : (Collection<?>) method.invoke(null))
                    if (one instanceof Fault fault) faults.add(fault);
            }
        return faults;
    }
}
