package org.symbolon.api.subscription;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Upload;
import org.symbolon.api.kernel.WireText;
import org.symbolon.api.kernel.wire.PercentText;
import org.symbolon.command.subscription.SaveSubscription;
import org.symbolon.events.subscription.SubscriptionParty;
import org.symbolon.events.subscription.SubscriptionTerms;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads the file of a subscription: YAML with one entry for each column. All values are taken as texts, or a telephone number
 * would be read as octal.
 */
final class SubscriptionFile {

    private static final int SUBSCRIPTION = 101;
    private static final int MOST_CHARACTERS = 65_536;
    private static final int MOST_NESTING = 3;
    private static final Set<String> NOTHING = Set.of("", "~", "null");
    private static final Set<String> COLUMNS = Set.of(
            "application",
            "for_name",
            "for_address",
            "for_email",
            "for_phone",
            "for_url",
            "for_comment",
            "by_name",
            "by_address",
            "by_email",
            "by_phone",
            "by_url",
            "date_from",
            "date_till",
            "num_users",
            "num_tokens",
            "num_clients",
            "level",
            "signature");

    private final Map<String, String> texts;

    private SubscriptionFile(Map<String, String> texts) {
        this.texts = texts;
    }

    /**
     * What the file wants to have kept.
     *
     * @throws ApiException 101 if it is no such file, 905 if it is no text
     */
    static SaveSubscription read(Upload file) {
        SubscriptionFile read = new SubscriptionFile(entries(file));
        return new SaveSubscription(read.texts.getOrDefault("application", ""), read.terms());
    }

    private static Map<String, String> entries(Upload file) {
        Map<String, String> texts = new HashMap<>();
        document(file).forEach((key, value) -> {
            if (!(key instanceof String name) || !COLUMNS.contains(name)) {
                throw refusal("The subscription has an entry that no subscription has.");
            }
            if (!(value instanceof String text)) {
                throw refusal("The subscription's '" + name + "' is no text.");
            }
            if (!NOTHING.contains(text)) {
                texts.put(name, WireText.checked(text));
            }
        });
        return texts;
    }

    private static Map<?, ?> document(Upload file) {
        String text = PercentText.strict(file.content());
        try {
            if (yaml().load(text) instanceof Map<?, ?> document) {
                return document;
            }
        } catch (YAMLException malformed) {
            throw refusal("The file of the subscription cannot be read.");
        }
        throw refusal("The file of the subscription cannot be read.");
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(MOST_NESTING);
        options.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new AllTexts());
    }

    /** Takes every scalar as a text. */
    private static final class AllTexts extends Resolver {

        @Override
        protected void addImplicitResolvers() {}
    }

    private SubscriptionTerms terms() {
        return new SubscriptionTerms(
                party("for"),
                texts.get("for_comment"),
                party("by"),
                time("date_from"),
                time("date_till"),
                number("num_users"),
                number("num_tokens"),
                number("num_clients"),
                texts.get("level"),
                texts.get("signature"));
    }

    private SubscriptionParty party(String whose) {
        return new SubscriptionParty(
                texts.get(whose + "_name"),
                texts.get(whose + "_address"),
                texts.get(whose + "_email"),
                texts.get(whose + "_phone"),
                texts.get(whose + "_url"));
    }

    private LocalDateTime time(String name) {
        String text = texts.get(name);
        if (text == null) {
            return null;
        }
        try {
            return text.length() <= "2026-11-25".length()
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeException malformed) {
            throw refusal("The subscription's '" + name + "' is no date as in 2026-11-25.");
        }
    }

    private Integer number(String name) {
        String text = texts.get(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            throw refusal("The subscription's '" + name + "' is no number.");
        }
        return Integer.valueOf(text);
    }

    private static ApiException refusal(String text) {
        return ApiException.of(SUBSCRIPTION, text);
    }
}
