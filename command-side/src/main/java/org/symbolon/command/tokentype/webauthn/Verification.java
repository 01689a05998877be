package org.symbolon.command.tokentype.webauthn;

import org.symbolon.command.tokentype.TypeTerms;

/** Whether a device finds out that its owner uses it, as policies say and as a challenge remembers it. */
public final class Verification {

    private static final String REQUIRED = "required";

    private Verification() {}

    /** What policies say, in the words of the standard. */
    public static String of(TypeTerms terms) {
        return terms.text(WebauthnActions.USER_VERIFICATION).orElse(WebauthnActions.PRESET_VERIFICATION);
    }

    static boolean isRequiredBy(TypeTerms terms) {
        return of(terms).equals(REQUIRED);
    }

    /** What a challenge remembers of it. */
    public static String remembered(String verification) {
        return "{\"" + WebauthnActions.USER_VERIFICATION + "\": \"" + verification + "\"}";
    }

    /** What a challenge remembers that needs it or does not. */
    public static String remembered(boolean required) {
        return remembered(required ? REQUIRED : WebauthnActions.PRESET_VERIFICATION);
    }

    public static boolean isRequired(String verification) {
        return verification.equals(REQUIRED);
    }

    /** Whether a challenge that remembers this needs it. */
    public static boolean isRemembered(String data) {
        return data.equals(remembered(REQUIRED));
    }
}
