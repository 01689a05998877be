package org.symbolon.command.tokentype.email;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.shared.TokenDates;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.OathDisclosure;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.command.tokentype.oath.OathSeed;
import org.symbolon.command.tokentype.sent.SentState;
import org.symbolon.command.tokentype.sent.SentText;
import org.symbolon.command.tokentype.sent.SentValues;

/** One-time passwords that come by mail. The PIN alone has one sent; that the mail is on its way is waited for. */
public final class EmailType implements TokenType {

    private static final String FAILURE = "The PIN was correct, but the EMail could not be sent!";
    private static final String HASH_SETTING = "hotp.hashlib";

    @Override
    public TypeDescription describe() {
        return EmailDescription.DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest given) {
        String address = given.text(EmailDescription.ADDRESS, "");
        if (!given.text(EmailDescription.DYNAMIC, "").isEmpty()) {
            throw Refusal.parameter("Addresses from the user store are not known yet: 'dynamic_email'");
        }
        if (address.isEmpty()) {
            throw Refusal.missing(EmailDescription.ADDRESS);
        }
        Limits.check(EmailDescription.ADDRESS, address, Limits.EMAIL);
        EnrolmentRequest request = withSeed(given);
        HashAlgorithm algorithm = OathParameters.hashOf(request, HASH_SETTING);
        int digits = OathParameters.digitsOf(request);
        Secret seed = OathSeed.of(request, algorithm);
        return EnrolmentStep.complete(
                seed,
                digits,
                SentState.begun(algorithm, Map.of(EmailDescription.ADDRESS, address)),
                OathDisclosure.sent(EmailDescription.NAME, algorithm, digits).of(seed, request));
    }

    /** Nobody has to type the seed into anything, so that it is made where none is given. */
    private static EnrolmentRequest withSeed(EnrolmentRequest request) {
        if (!request.text("otpkey", "").isEmpty()) {
            return request;
        }
        Map<String, String> parameters = new HashMap<>(request.parameters());
        parameters.put("genkey", "1");
        return request.with(parameters);
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        Circumstances now = asking.circumstances();
        SentValues values = SentValues.of(token);
        int seconds = now.settings().number(EmailDescription.VALID_SECONDS, EmailDescription.PRESET_SECONDS);
        String text = now.terms().text(EmailDescription.CHALLENGE_TEXT).orElse(EmailDescription.PRESET_CHALLENGE_TEXT);
        Map<String, Object> attributes = Map.of(
                "state",
                asking.transactionId(),
                "valid_until",
                TokenDates.toLocalMicroseconds(now.now().plusSeconds(seconds)));
        Secret value = values.next().orElse(Secret.EMPTY);
        Question question = Question.saying(text)
                .by(null, attributes, null)
                .validFor(seconds)
                .changing(values.sending())
                .causing(List.of(mail(token, value, asking.holder(), now)), FAILURE);
        return now.settings().flag(EmailDescription.CONCURRENT) ? question.keeping(value) : question;
    }

    private static Effect mail(TokenView token, Secret value, Holder holder, Circumstances now) {
        TypeTerms terms = now.terms();
        Instant time = now.now();
        SentText text = new SentText(token, EmailDescription.NAME, holder, value, time);
        return new SendMail(
                server(token, now),
                Secret.of(token.state().text(EmailDescription.ADDRESS).orElse("")),
                text.filled(terms.text(EmailDescription.SUBJECT).orElse(EmailDescription.PRESET_SUBJECT)),
                text.filled(terms.text(EmailDescription.TEXT).orElse(EmailDescription.PRESET_TEXT)),
                false);
    }

    private static String server(TokenView token, Circumstances now) {
        return token.state()
                .text(EmailDescription.SERVER)
                .filter(name -> !name.isEmpty())
                .or(() -> now.settings().text(EmailDescription.SERVER))
                .orElse("");
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        SentValues values = SentValues.of(token);
        Judgement judged = values.judge(credential);
        if (judged instanceof Judgement.Right right && now.terms().flag(EmailDescription.SENDS_NEXT)) {
            return new Judgement.Right(right.change(), next(token, values.after(right), now));
        }
        return judged;
    }

    private static List<Effect> next(TokenView token, Optional<Secret> value, Circumstances now) {
        return value.map(sent -> mail(token, sent, Holder.NOBODY, now)).stream().toList();
    }
}
