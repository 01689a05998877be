package org.symbolon.command.tokentype.sms;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.smsgateway.SendText;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.sent.SentMessage;
import org.symbolon.command.tokentype.sent.SentType;
import org.symbolon.events.shared.Secret;

/** One-time passwords that come by text message. */
public final class SmsType extends SentType {

    private static final int NOT_ALLOWED = 303;
    private static final String STARS = "********";
    private static final int SHOWN = 2;
    private static final int LEAST_TO_SHOW_ANY = 6;
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()/.-]{2,39}");

    public SmsType() {
        super(SmsDescription.CHANNEL);
    }

    @Override
    public TypeDescription describe() {
        return SmsDescription.DESCRIPTION;
    }

    /** A gateway costs money, so that nobody chooses one whom no policy lets. */
    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        Optional<String> chosen = request.text(SmsDescription.CHANNEL.sender()).filter(name -> !name.isEmpty());
        if (chosen.isPresent() && !allowed(request).contains(chosen.get())) {
            throw Refusal.of(NOT_ALLOWED, "The requested sms.identifier is not allowed to be enrolled.");
        }
        return super.enrol(request);
    }

    private static List<String> allowed(EnrolmentRequest request) {
        String said =
                request.circumstances().terms().text(SmsDescription.GATEWAYS).orElse("");
        return Arrays.asList(said.split(" ", -1));
    }

    @Override
    protected Effect sending(SentMessage message, Secret value) {
        return SendText.value(message.sender(), text(message, value, message.template()));
    }

    /** Most gateways do not want to know, so that they are told only where a policy says what. */
    @Override
    protected List<Effect> afterLogin(SentMessage message) {
        String said = message.template(SmsDescription.AFTER_LOGIN, "");
        return said.isEmpty()
                ? List.of()
                : List.of(SendText.afterLogin(message.sender(), text(message, Secret.EMPTY, said)));
    }

    private static TextMessage text(SentMessage message, Secret value, String template) {
        return new TextMessage(
                Secret.of(message.address()),
                Secret.of(message.now().holder().login()),
                Secret.of(message.token().serial()),
                message.words(value).filled(template));
    }

    @Override
    protected boolean isAddress(String typed) {
        return NUMBER.matcher(typed).matches();
    }

    @Override
    protected String redacted(String number) {
        return number.length() < LEAST_TO_SHOW_ANY ? "" : STARS + number.substring(number.length() - SHOWN);
    }
}
