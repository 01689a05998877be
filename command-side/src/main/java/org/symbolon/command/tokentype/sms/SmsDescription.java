package org.symbolon.command.tokentype.sms;

import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.sent.Channel;
import org.symbolon.command.tokentype.sent.SentDescription;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Existing;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** What tokens whose values come by text message say of themselves. */
final class SmsDescription {

    static final Channel CHANNEL = new Channel(
            "sms",
            "phone",
            "mobile",
            Limits.TEXT,
            "sms.providerTimeout",
            300,
            "Enter the OTP from the SMS:",
            "The PIN was correct, but the SMS could not be sent!",
            "Please enter your new phone number!");

    static final String GATEWAYS = "sms_gateways";
    static final String AFTER_LOGIN = "smspostchecktext";

    static final TypeDescription DESCRIPTION = SentDescription.of(
                    CHANNEL,
                    "PISM",
                    "SMS: Send a One Time Password to the users mobile phone.",
                    "SMS gateway",
                    "What a message with a value says; `<otp>` stands for the value.")
            .governedBy(
                    TypeAction.string(
                                    AFTER_LOGIN,
                                    Step.LOGIN,
                                    "What a gateway is told after a log-in that wants to be told, where the next value"
                                            + " is not sent.",
                                    Scope.AUTHENTICATION)
                            .asWhole(),
                    TypeAction.words(
                                    GATEWAYS,
                                    Step.ENROLMENT,
                                    "The gateways that new tokens may name in `sms.identifier`; without a policy they"
                                            + " may name none.",
                                    Scope.ADMIN,
                                    Scope.USER)
                            .several()
                            .offering(Existing.SMS_GATEWAYS))
            .build();

    private SmsDescription() {}
}
