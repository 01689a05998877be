package org.symbolon.connectors.caconnector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration in openssl's form, as far as sections of extensions need it: no variables and no lines that go on. */
final class OpensslSections {

    private static final Pattern SECTION = Pattern.compile("\\[\\s*([^\\]]+?)\\s*\\]");
    private static final Pattern ENTRY = Pattern.compile("([^=]+?)\\s*=\\s*(.*)");

    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

    OpensslSections(String text) {
        Map<String, String> current = new LinkedHashMap<>();
        for (String written : text.lines().toList()) {
            String line = written.replaceFirst("#.*", "").strip();
            Matcher section = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (section.matches()) {
                current = sections.computeIfAbsent(section.group(1), name -> new LinkedHashMap<>());
            } else if (entry.matches()) {
                current.put(entry.group(1), entry.group(2));
            }
        }
    }

    Optional<Map<String, String>> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }
}
