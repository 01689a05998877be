package org.symbolon.api.config;

import java.util.List;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeSetting;

/** The settings of token types that every user may read, because the enrolment pages need them. */
public final class PublicSettings {

    private static final List<String> NAMES = TokenTypes.all().types().stream()
            .flatMap(type -> type.describe().settings().stream())
            .filter(TypeSetting::open)
            .map(TypeSetting::name)
            .toList();

    private PublicSettings() {}

    /** Whether everybody may read the setting of this key. */
    public static boolean contains(String key) {
        return NAMES.stream().anyMatch(name -> isNamed(key, name));
    }

    /** A name that ends with a place for a number stands for all that begin like it. */
    private static boolean isNamed(String key, String name) {
        int place = name.indexOf('<');
        return place < 0 ? key.equals(name) : key.startsWith(name.substring(0, place));
    }
}
