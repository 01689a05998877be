package org.symbolon.cli.configuration;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
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

    /** Texts of several lines as blocks. */
    private static final class Lines extends Representer {

        Lines(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            boolean lines = tag.equals(Tag.STR) && value.indexOf('\n') >= 0;
            return super.representScalar(tag, value, lines ? ScalarStyle.LITERAL : style);
        }
    }
}
