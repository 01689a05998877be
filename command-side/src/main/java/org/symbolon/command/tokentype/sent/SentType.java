package org.symbolon.command.tokentype.sent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.effect.Effect;
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
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.OathDisclosure;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.command.tokentype.oath.OathSeed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/**
 * One-time passwords that are sent to their owner. The PIN alone has one sent; that it is on its way is waited for. What is
 * said here is the same whatever the way; a type says by which way its values come, and what such a message is.
 */
public abstract class SentType implements EnrollableByLogin {

    private final Channel channel;

    protected SentType(Channel channel) {
        this.channel = channel;
    }

    /** The effect that sends this value. */
    protected abstract Effect sending(SentMessage message, Secret value);

    /** Whether a value can be sent to what somebody has typed as his address. */
    protected abstract boolean isAddress(String typed);

    /** An address for people who are to know which it is and not what it is; of whatever length, it is as long. */
    protected abstract String redacted(String address);

    /** What is to happen after a log-in where the next value is not sent; nothing with most types. */
    protected List<Effect> afterLogin(SentMessage message) {
        return List.of();
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest given) {
        boolean isDynamic = !given.text(channel.dynamic(), "").isEmpty();
        String address = given.text(channel.address(), "");
        if (isDynamic) {
            return enrolled(given, Map.of(channel.dynamic(), true));
        }
        if (address.isEmpty()) {
            throw Refusal.missing(channel.address());
        }
        Limits.check(channel.address(), address, channel.addressLimit());
        Map<String, Object> entries = new HashMap<>(Map.of(channel.address(), address));
        if (given.token().filter(token -> SentMessage.isDynamic(channel, token)).isPresent()) {
            entries.put(channel.dynamic(), false);
        }
        return enrolled(given, entries);
    }

    /** The address is what is asked for first. */
    @Override
    public EnrolmentStep enrolByLogin(EnrolmentRequest request) {
        return enrolled(request, Map.of());
    }

    private EnrolmentStep enrolled(EnrolmentRequest given, Map<String, ?> kept) {
        EnrolmentRequest request = withSeed(given);
        Map<String, Object> entries = new HashMap<>(kept);
        given.text(channel.sender()).ifPresent(sender -> entries.put(channel.sender(), sender));
        HashAlgorithm algorithm = OathParameters.hashOf(request, HotpType.HASH_SETTING);
        int digits = OathParameters.digitsOf(request);
        Secret seed = OathSeed.of(request, algorithm);
        return EnrolmentStep.complete(
                seed,
                digits,
                SentState.begun(algorithm, entries),
                OathDisclosure.withoutCounter(channel.type(), algorithm, digits).of(seed, request));
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
        return channel.prompt();
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        return ask(SentMessage.of(channel, token, asking.circumstances()));
    }

    private Question ask(SentMessage message) {
        Circumstances now = message.now();
        SentValues values = SentValues.of(message.token());
        Secret value = values.next().orElse(Secret.EMPTY);
        String text = message.template(channel.challengeAction(), channel.challengeText());
        Question question = Question.saying(text.replace(channel.redacted(), redacted(message.address())))
                .tellingUntil(now.now(), now.settings().number(channel.validity(), channel.presetSeconds()))
                .naming("state")
                .changing(values.sending())
                .causing(List.of(sending(message, value)), channel.failure());
        return now.settings().flag(channel.concurrent()) ? question.keeping(value) : question;
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        SentMessage message = SentMessage.of(channel, token, now);
        Optional<OpenChallenge> enrolment = credential.challenge().filter(EnrollableByLogin::isAsked);
        if (enrolment.isPresent() && enrolment.get().data().isEmpty()) {
            return sentTo(credential.value().reveal().strip(), message);
        }
        if (enrolment.isPresent()
                && !token.state()
                        .text(channel.address())
                        .equals(Optional.of(enrolment.get().data()))) {
            return Judgement.WRONG;
        }
        SentValues values = SentValues.of(token);
        Judgement judged = values.judge(credential);
        return judged instanceof Judgement.Right right
                ? new Judgement.Right(right.change(), effectsOf(right, values, message))
                : judged;
    }

    private List<Effect> effectsOf(Judgement.Right right, SentValues values, SentMessage message) {
        return message.now().terms().flag(channel.sendsNext())
                ? values.after(right).map(value -> sending(message, value)).stream()
                        .toList()
                : afterLogin(message);
    }

    /** What is sent to the address is the answer to this address only, also where another log-in asks for one meanwhile. */
    private Judgement sentTo(String address, SentMessage message) {
        if (address.length() > channel.addressLimit() || !isAddress(address)) {
            return Judgement.WRONG;
        }
        Question question = ask(message.to(address)).about("", address).step(SESSION);
        return new Judgement.NeedsMore(question, StateChange.NONE.with(channel.address(), address));
    }
}
