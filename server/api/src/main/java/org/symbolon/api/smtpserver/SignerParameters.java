package org.symbolon.api.smtpserver;

import java.util.Optional;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.smtpserver.SignerChange;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.command.smtpserver.port.MailSigners;
import org.symbolon.command.smtpserver.port.UnsoundSignerException;
import org.symbolon.events.shared.Secret;

/** What requests say of the signing of mails, under the names of privacyIDEA. What is not given, or censored, is as it was saved. */
final class SignerParameters {

    static final String SIGNED = "smime";
    static final String CERTIFICATE = "certificate";
    static final String KEY = "private_key";
    static final String STRICT = "dont_send_on_error";

    private static final String PASSPHRASE = "private_key_password";
    private static final int LONGEST = 50_000;

    static final Shape SHAPE = Shape.fields("")
            .with(SIGNED, Shape.flag("Whether mails are signed (S/MIME)."))
            .with(
                    CERTIFICATE,
                    Shape.text("With which certificate, as PEM; those that lead to its authority may follow."))
            .with(KEY, Shape.secret("Its private key, as PEM, perhaps encrypted."))
            .with(PASSPHRASE, Shape.secret("What opens the key, if it is encrypted. It is not kept."))
            .with(
                    STRICT,
                    Shape.flag("Whether a mail that cannot be signed is not sent.")
                            .or(false));

    private SignerParameters() {}

    /**
     * What becomes of the signing of a server's mails; empty if nothing does.
     *
     * @param saved the signer that it has
     * @throws ApiException 905 if what is given cannot sign
     */
    static Optional<SignerChange> change(Parameters parameters, MailSigners signers, Optional<MailSigner> saved) {
        Boolean signed = parameters.flagOrNull(SIGNED);
        if (signed == null) {
            return Optional.empty();
        }
        return Optional.of(signed ? new SignerChange(signer(parameters, signers, saved)) : SignerChange.NONE);
    }

    private static MailSigner signer(Parameters parameters, MailSigners signers, Optional<MailSigner> saved) {
        String certificate = given(parameters, CERTIFICATE)
                .or(() -> saved.map(MailSigner::certificates))
                .orElseThrow(() -> missing(CERTIFICATE));
        Secret key = given(parameters, KEY)
                .map(Secret::of)
                .or(() -> saved.map(MailSigner::privateKey))
                .orElseThrow(() -> missing(KEY));
        boolean strict = Optional.ofNullable(parameters.flagOrNull(STRICT))
                .or(() -> saved.map(MailSigner::required))
                .orElse(false);
        try {
            return signers.read(certificate, key, given(parameters, PASSPHRASE).map(Secret::of))
                    .required(strict);
        } catch (UnsoundSignerException unsound) {
            throw ApiException.parameter(unsound.getMessage());
        }
    }

    private static Optional<String> given(Parameters parameters, String name) {
        return parameters
                .text(name)
                .map(text -> Limits.check(name, text, LONGEST))
                .filter(text -> !text.isBlank() && !Censored.is(Secret.of(text)));
    }

    private static ApiException missing(String name) {
        return ApiException.missingParameter(name);
    }
}
