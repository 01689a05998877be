package org.symbolon.cli.configuration;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.representer.Representer;

/** Writes YAML as people do: a line for each entry, texts of several lines as they are. */
final class YamlText {

    private YamlText() {}

    static String of(Object value) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setIndent(2);
        options.setDereferenceAliases(true);
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Lines(options), options).dump(value);
    }

    /** Texts of several lines as blocks, and what cannot be printed escaped. */
    private static final class Lines extends Representer {

        private static final Pattern UNSEEN = Pattern.compile("[\\r\\u0085\\u2028\\u2029\\uFEFF]");

        Lines(DumperOptions options) {
            super(options);
            representers.put(String.class, text -> representScalar(Tag.STR, (String) text, style((String) text)));
        }

        private static ScalarStyle style(String text) {
            if (!StreamReader.isPrintable(text) || UNSEEN.matcher(text).find()) {
                return ScalarStyle.DOUBLE_QUOTED;
            }
            return text.indexOf('\n') >= 0 && text.indexOf('\t') < 0 ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
        }
    }
}
