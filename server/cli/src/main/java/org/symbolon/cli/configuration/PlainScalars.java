package org.symbolon.cli.configuration;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What words without quotes mean: as in YAML 1.2 and JSON, true and false, null and whole numbers. Everything else is a text, also
 * {@code no}, {@code 8:30} and a date.
 */
final class PlainScalars extends Resolver {

    /** A number with as many characters, or more, is a text. */
    static final int LONGEST_NUMBER = 10;

    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Pattern NOTHING = Pattern.compile("~|null| |");
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, TRUTH, "tf");
        addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
        addImplicitResolver(Tag.NULL, NOTHING, "~n\0");
        addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
    }
}
