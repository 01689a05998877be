package org.symbolon.endtoend.harness;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.binary.Base32;

/** A secret, in all the forms in which it could show up where it must not. */
public record Hidden(String name, Set<String> forms) {

    public static Hidden text(String name, String text) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(text);
        forms.add(jsonEscaped(text));
        forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
        forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
        addBytes(forms, text.getBytes(StandardCharsets.UTF_8));
        return new Hidden(name, forms);
    }

    /** A seed, which is bytes in hexadecimal digits. */
    public static Hidden seed(String name, String hex) {
        Set<String> forms = new LinkedHashSet<>(text(name, hex).forms());
        addBytes(forms, HexFormat.of().parseHex(hex));
        return new Hidden(name, forms);
    }

    public static Hidden bytes(String name, byte[] bytes) {
        Set<String> forms = new LinkedHashSet<>();
        addBytes(forms, bytes);
        return new Hidden(name, forms);
    }

    private static void addBytes(Set<String> forms, byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        forms.add(hex);
        forms.add(hex.toUpperCase(Locale.ROOT));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        forms.add(new Base32().encodeToString(bytes).replace("=", ""));
    }

    private static String jsonEscaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .forEach(unit -> escaped.append(unit > 0x7e ? "\\u%04x".formatted(unit) : Character.toString(unit)));
        return escaped.toString();
    }

    /** The first place in the text where any form of it shows, with what stands before it. */
    public Optional<String> findIn(String place, String text) {
        for (String form : forms) {
            int found = text.indexOf(form);
            if (found >= 0) {
                String before = text.substring(Math.max(0, found - 120), found);
                return Optional.of(name + " in " + place + ", behind: " + before);
            }
        }
        return Optional.empty();
    }

    public static List<String> leaks(List<Hidden> secrets, String place, String text) {
        return secrets.stream()
                .flatMap(secret -> secret.findIn(place, text).stream())
                .toList();
    }

    /** Not the secret itself, which must not show in the tests' output either. */
    @Override
    public String toString() {
        return name;
    }
}
