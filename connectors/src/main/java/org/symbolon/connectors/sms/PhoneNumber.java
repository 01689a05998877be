package org.symbolon.connectors.sms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;

/** The number of a telephone as one gateway wants it. */
final class PhoneNumber {

    private static final String OPTION = "REGEXP";

    /** What holds for numbers that become part of an address or of a command: users choose them, too. */
    private static final Pattern PLAIN = Pattern.compile("[+0-9][0-9A-Za-z ()/.*#-]*");

    /** The option, {@code /pattern/replacement/}, in both of which a slash may stand behind a backslash. */
    private static final Pattern RULE = Pattern.compile("/((?:[^/\\\\]|\\\\.)*)/((?:[^/\\\\]|\\\\.)*)/");

    private static final Pattern GROUP = Pattern.compile("\\\\(?:(\\d{1,2})|g<(\\w+)>|(.))|\\$");

    private PhoneNumber() {}

    /** The number, changed as the gateway's definition says. */
    static String of(Gateway gateway, TextMessage message) {
        String number = message.number().reveal();
        if (number.isBlank()) {
            throw new TextNotSentException(gateway.identifier(), Trouble.NUMBER);
        }
        return gateway.option(OPTION)
                .map(rule -> changed(gateway, rule.strip(), number))
                .orElse(number);
    }

    /** The same, where the number has to look like one. */
    static String plain(Gateway gateway, TextMessage message) {
        String number = of(gateway, message);
        if (!PLAIN.matcher(number).matches()) {
            throw new TextNotSentException(gateway.identifier(), Trouble.NUMBER);
        }
        return number;
    }

    private static String changed(Gateway gateway, String rule, String number) {
        Matcher parts = RULE.matcher(rule);
        if (!parts.matches()) {
            throw malformed(gateway);
        }
        try {
            Pattern pattern = Pattern.compile(parts.group(1).replace("(?P<", "(?<"));
            return pattern.matcher(new CountedText(number)).replaceAll(replacement(parts.group(2)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException wrong) {
            throw malformed(gateway);
        }
    }

    private static TextNotSentException malformed(Gateway gateway) {
        return new TextNotSentException(gateway.identifier(), Trouble.DEFINITION, OPTION + " is malformed");
    }

    /** What is written for eduMFA: {@code \1} and {@code \g<name>} are groups, and a dollar is a dollar. */
    private static String replacement(String written) {
        return GROUP.matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(part(found.group(), found.group(1), found.group(2))));
    }

    private static String part(String whole, String number, String name) {
        if (number != null) {
            return "$" + number;
        }
        if (name != null) {
            return name.matches("\\d+") ? "$" + name : "${" + name + "}";
        }
        return whole.equals("$") ? "\\$" : "\\" + whole.charAt(1);
    }
}
