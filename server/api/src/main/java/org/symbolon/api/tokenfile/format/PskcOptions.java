package org.symbolon.api.tokenfile.format;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.events.shared.Secret;

/**
 * What is told beside a file of portable symmetric keys.
 *
 * @param presharedKey in hexadecimal digits, empty if there is none
 * @param password empty if there is none
 */
public record PskcOptions(Secret presharedKey, Secret password, MacRule macRule) {

    private static final int KEY_DIGITS = 32;

    /** What becomes of a key that nothing proves to be unchanged. */
    public enum MacRule {
        /** Nothing of the file is taken. */
        CHECK_FAIL_HARD,
        /** All others are taken. */
        CHECK_FAIL_SOFT,
        /** It is taken like all others. */
        NO_CHECK;

        /** Its name on the wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<MacRule> find(String name) {
            return Arrays.stream(values())
                    .filter(rule -> rule.wireName().equals(name))
                    .findFirst();
        }
    }

    /**
     * The options, as texts of a request.
     *
     * @throws ApiException 301 if the key is none; 905 if there is no such rule
     */
    public static PskcOptions of(String presharedKey, String password, String macRule) {
        if (!presharedKey.isEmpty() && (presharedKey.length() != KEY_DIGITS || !Hexadecimal.is(presharedKey))) {
            throw ApiException.tokenAdmin(
                    "The Pre Shared Key must be 128 Bit hex encoded. It must be 32 characters long!");
        }
        MacRule rule = MacRule.find(macRule)
                .orElseThrow(() -> ApiException.parameter(
                        "Parameter 'pskcValidateMAC' must be one of" + " check_fail_hard, check_fail_soft, no_check"));
        return new PskcOptions(Secret.of(presharedKey), Secret.of(password), rule);
    }

    byte[] keyBytes() {
        return HexFormat.of().parseHex(presharedKey.reveal());
    }
}
