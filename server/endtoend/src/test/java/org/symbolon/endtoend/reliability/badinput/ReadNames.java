package org.symbolon.endtoend.reliability.badinput;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Values of parameters that remember which of them were asked for, also of those that are not there. */
final class ReadNames extends AbstractMap<String, Object> {

    private final Map<String, ?> values;
    private final Set<String> names = new TreeSet<>();

    ReadNames(Map<String, ?> values) {
        this.values = values;
    }

    @Override
    public Object get(Object name) {
        names.add((String) name);
        return values.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return Map.<String, Object>copyOf(values).entrySet();
    }

    Set<String> names() {
        return names;
    }
}
