package org.symbolon.command.tokentype.webauthn;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.webauthn.WebauthnState.Certificate;

/** Which devices policies allow: by what their certificates say, and by their model. */
final class DeviceRules {

    private static final Pattern REQUIREMENT = Pattern.compile("(\\w+)/(.*)/", Pattern.DOTALL);

    private final TypeTerms terms;

    DeviceRules(TypeTerms terms) {
        this.terms = terms;
    }

    /** Every certificate must fit all that is required; a model must be one of those that are listed, if any are. */
    boolean allow(String model, Optional<Certificate> certificate) {
        return isListed(model)
                && words(WebauthnActions.CERTIFICATES).stream().allMatch(required -> fits(required, certificate));
    }

    /** Models are compared by their digits, however somebody writes them. */
    private boolean isListed(String model) {
        List<String> listed = words(WebauthnActions.MODELS);
        return listed.isEmpty() || listed.stream().map(DeviceRules::digits).anyMatch(digits(model)::equals);
    }

    private static String digits(String model) {
        return model.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static boolean fits(String required, Optional<Certificate> certificate) {
        Matcher parts = REQUIREMENT.matcher(required);
        if (certificate.isEmpty() || !parts.matches()) {
            return false;
        }
        try {
            return field(certificate.get(), parts.group(1))
                    .filter(Pattern.compile(parts.group(2)).asPredicate())
                    .isPresent();
        } catch (PatternSyntaxException malformed) {
            return false;
        }
    }

    private static Optional<String> field(Certificate certificate, String name) {
        return switch (name) {
            case "issuer" -> Optional.of(certificate.issuer());
            case "subject" -> Optional.of(certificate.subject());
            case "serial" -> Optional.of(certificate.serial());
            default -> Optional.empty();
        };
    }

    private List<String> words(String action) {
        return terms.text(action).stream()
                .flatMap(text -> Stream.of(text.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
