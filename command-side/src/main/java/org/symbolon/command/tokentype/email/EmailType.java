package org.symbolon.command.tokentype.email;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.OathDisclosure;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.command.tokentype.oath.OathSeed;
import org.symbolon.command.tokentype.sent.SentState;
import org.symbolon.command.tokentype.sent.SentValues;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/** One-time passwords that come by mail. The PIN alone has one sent; that the mail is on its way is waited for. */
public final class EmailType implements EnrollableByLogin {

    private static final String FAILURE = "The PIN was correct, but the EMail could not be sent!";
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");

    @Override
    public TypeDescription describe() {
        return EmailDescription.DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest given) {
        boolean isDynamic = !given.text(EmailDescription.DYNAMIC, "").isEmpty();
        String address = given.text(EmailDescription.ADDRESS, "");
        if (isDynamic) {
            return enrolled(given, Map.of(EmailDescription.DYNAMIC, true));
        }
        if (address.isEmpty()) {
            throw Refusal.missing(EmailDescription.ADDRESS);
        }
        Limits.check(EmailDescription.ADDRESS, address, Limits.EMAIL);
        Map<String, Object> entries = new HashMap<>(Map.of(EmailDescription.ADDRESS, address));
        if (given.token().filter(EmailMail::isDynamic).isPresent()) {
            entries.put(EmailDescription.DYNAMIC, false);
        }
        return enrolled(given, entries);
    }

    /** The address is what is asked for first. */
    @Override
    public EnrolmentStep enrolByLogin(EnrolmentRequest request) {
        return enrolled(request, Map.of());
    }

    private static EnrolmentStep enrolled(EnrolmentRequest given, Map<String, ?> kept) {
        EnrolmentRequest request = withSeed(given);
        Map<String, Object> entries = new HashMap<>(kept);
        given.text(EmailDescription.SERVER).ifPresent(server -> entries.put(EmailDescription.SERVER, server));
        HashAlgorithm algorithm = OathParameters.hashOf(request, HotpType.HASH_SETTING);
        int digits = OathParameters.digitsOf(request);
        Secret seed = OathSeed.of(request, algorithm);
        return EnrolmentStep.complete(
                seed,
                digits,
                SentState.begun(algorithm, entries),
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
    public String prompt() {
        return "Please enter your new email address!";
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        Circumstances now = asking.circumstances();
        return ask(new EmailMail(token, now), token, now);
    }

    private static Question ask(EmailMail mail, TokenView token, Circumstances now) {
        SentValues values = SentValues.of(token);
        int seconds = now.settings().number(EmailDescription.VALID_SECONDS, EmailDescription.PRESET_SECONDS);
        String text = now.terms().text(EmailDescription.CHALLENGE_TEXT).orElse(EmailDescription.PRESET_CHALLENGE_TEXT);
        Secret value = values.next().orElse(Secret.EMPTY);
        Question question = Question.saying(text)
                .tellingUntil(now.now(), seconds)
                .naming("state")
                .changing(values.sending())
                .causing(List.of(mail.with(value)), FAILURE);
        return now.settings().flag(EmailDescription.CONCURRENT) ? question.keeping(value) : question;
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        Optional<OpenChallenge> enrolment = credential.challenge().filter(EnrollableByLogin::isAsked);
        if (enrolment.isPresent() && enrolment.get().data().isEmpty()) {
            return sentTo(credential.value().reveal().strip(), token, now);
        }
        if (enrolment.isPresent()
                && !token.state()
                        .text(EmailDescription.ADDRESS)
                        .equals(Optional.of(enrolment.get().data()))) {
            return Judgement.WRONG;
        }
        SentValues values = SentValues.of(token);
        Judgement judged = values.judge(credential);
        if (judged instanceof Judgement.Right right && now.terms().flag(EmailDescription.SENDS_NEXT)) {
            EmailMail mail = new EmailMail(token, now);
            return new Judgement.Right(
                    right.change(), values.after(right).map(mail::with).stream().toList());
        }
        return judged;
    }

    /** What is sent to the address is the answer to this address only, also where another log-in asks for one meanwhile. */
    private static Judgement sentTo(String address, TokenView token, Circumstances now) {
        if (address.length() > Limits.EMAIL || !ADDRESS.matcher(address).matches()) {
            return Judgement.WRONG;
        }
        Question question = ask(new EmailMail(token, now).to(address), token, now)
                .about("", address)
                .step(SESSION);
        return new Judgement.NeedsMore(question, StateChange.NONE.with(EmailDescription.ADDRESS, address));
    }
}
