package org.symbolon.api.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.command.policy.SavePolicy;
import org.symbolon.events.policy.PolicyView;

/**
 * The file in which policies are taken from one server to another: a section for each policy, named by it, with a line for
 * each of its fields. Lists and the like are written as Python's literals, other texts bare.
 */
public final class PolicyFile {

    private static final String TROUBLE = "Error loading policy. ";
    private static final String NAME = "name";
    private static final Pattern SECTION = Pattern.compile("\\[(.*)]", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("([^=\\s]+)\\s*=(.*)", Pattern.DOTALL);
    private static final String NOTHING = "None";
    private static final String OPENING = "'\"[({";

    private PolicyFile() {}

    public static String write(List<PolicyView> policies) {
        StringBuilder file = new StringBuilder();
        for (PolicyView policy : policies) {
            file.append('[').append(policy.name()).append("]\n");
            PolicyJson.of(policy).forEach((key, value) -> file.append(key)
                    .append(" = ")
                    .append(field(key, value))
                    .append('\n'));
            file.append('\n');
        }
        return file.toString();
    }

    private static String field(String key, Object value) {
        if (value instanceof String text && isBare(text)) {
            return text;
        }
        if (key.equals("conditions") && value instanceof List<?> conditions) {
            return PythonText.of(conditions.stream()
                    .map(condition -> new PythonText.Tuple((List<?>) condition))
                    .toList());
        }
        return PythonText.of(value);
    }

    /** Whether it is read back as it is when it stands without quotes. */
    private static boolean isBare(String text) {
        return text.equals(text.strip())
                && !text.equals(NOTHING)
                && !beginsLiteral(text)
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean beginsLiteral(String text) {
        return !text.isEmpty() && OPENING.indexOf(text.charAt(0)) >= 0;
    }

    /** What makes the policies of a file. */
    public static List<SavePolicy> commands(String file) {
        return read(file).stream().map(PolicyFile::command).toList();
    }

    static SavePolicy command(Map<String, Object> fields) {
        fields.putIfAbsent("realm", "");
        return new PolicyParameters(Parameters.of(fields)).command();
    }

    /** The fields of each policy by their names, the policy's own name among them. */
    static List<Map<String, Object>> read(String file) {
        if (file.isBlank()) {
            throw ApiException.parameter(TROUBLE + "File empty!");
        }
        List<Map<String, Object>> policies = new ArrayList<>();
        for (Map<String, StringBuilder> section : sections(file)) {
            Map<String, Object> policy = new LinkedHashMap<>();
            section.forEach((key, text) -> policy.put(key, value(key, text.toString())));
            policies.add(policy);
        }
        return policies;
    }

    /** A line that begins with a blank goes on with what the line before began. */
    private static List<Map<String, StringBuilder>> sections(String file) {
        List<Map<String, StringBuilder>> sections = new ArrayList<>();
        StringBuilder last = null;
        for (String line : file.lines().toList()) {
            Matcher section = SECTION.matcher(line.strip());
            boolean continues = last != null && !line.isEmpty() && Character.isWhitespace(line.charAt(0));
            if (line.isBlank() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (continues) {
                last.append('\n').append(line.strip());
            } else if (section.matches()) {
                sections.add(new LinkedHashMap<>());
                last = begin(sections, NAME, section.group(1));
            } else {
                last = field(sections, line.strip());
            }
        }
        return sections;
    }

    private static StringBuilder field(List<Map<String, StringBuilder>> sections, String line) {
        Matcher field = FIELD.matcher(line);
        if (sections.isEmpty() || !field.matches()) {
            throw ApiException.parameter(TROUBLE + "A line is neither the name of a policy nor a field of one.");
        }
        return begin(sections, field.group(1), field.group(2).strip());
    }

    /** The first of two fields of the same name counts, so that the name of the section is the policy's. */
    private static StringBuilder begin(List<Map<String, StringBuilder>> sections, String key, String text) {
        StringBuilder content = new StringBuilder(text);
        sections.get(sections.size() - 1).putIfAbsent(key, content);
        return content;
    }

    private static Object value(String key, String text) {
        if (!beginsLiteral(text)) {
            return text.equals(NOTHING) && !key.equals(NAME) ? null : text;
        }
        return PythonReader.read(text)
                .orElseThrow(() -> ApiException.parameter(TROUBLE + "The value of '" + key + "' is malformed."));
    }
}
