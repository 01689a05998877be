package org.symbolon.command.tokentype.email;

import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeParameter.Kind;
import org.symbolon.command.tokentype.TypeSetting;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.command.tokentype.sent.SentState;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** What tokens whose values come by mail say of themselves. */
final class EmailDescription {

    static final String NAME = "email";
    static final String ADDRESS = "email";
    static final String DYNAMIC = "dynamic_email";
    static final String SERVER = "email.identifier";
    static final String VALID_SECONDS = "email.validtime";
    static final String CONCURRENT = "email.concurrent_challenges";
    static final String TEXT = "emailtext";
    static final String SUBJECT = "emailsubject";
    static final String SENDS_NEXT = "emailautosend";
    static final String CHALLENGE_TEXT = "email_challenge_text";

    static final int PRESET_SECONDS = 120;
    /** How a text begins that is the path of a page. */
    static final String PAGE = "file:";

    static final String PRESET_TEXT = "<otp>";
    static final String PRESET_SUBJECT = "Your OTP";
    static final String PRESET_CHALLENGE_TEXT = "Enter the OTP from the Email:";

    static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "PIEM", "EMail: Send a One Time Password to the users email address.")
            .loggingInBy(Mode.CHALLENGE)
            .triggered(Trigger.ALWAYS)
            .challenging(ClientMode.INTERACTIVE, PRESET_CHALLENGE_TEXT)
            .taking(OathParameters.ALL)
            .taking(
                    TypeParameter.text(ADDRESS, "Where values are sent."),
                    TypeParameter.flag(DYNAMIC, "Has them sent to whatever address the owner has in his user store."),
                    TypeParameter.text(SERVER, "The mail server that sends them."))
            .goingBy(
                    TypeSetting.closed(SERVER, Kind.TEXT, null, "The mail server that sends where a token names none."),
                    TypeSetting.closed(
                            VALID_SECONDS, Kind.NUMBER, "120", "For how many seconds a challenge can be answered."),
                    TypeSetting.closed(
                            CONCURRENT, Kind.FLAG, "False", "Lets each value that was sent answer its own challenge."))
            .keeping(SentState.HASH, StateEntry.text(ADDRESS), StateEntry.flag(DYNAMIC), StateEntry.text(SERVER))
            .governedBy(
                    TypeAction.string(CHALLENGE_TEXT, Step.LOGIN, "What a challenge says.", Scope.AUTHENTICATION)
                            .asWhole()
                            .or(PRESET_CHALLENGE_TEXT),
                    TypeAction.string(
                                    TEXT,
                                    Step.LOGIN,
                                    "What a mail with a value says; `<otp>` stands for the value. `file:` and a path name a page"
                                            + " to send.",
                                    Scope.AUTHENTICATION)
                            .asWhole()
                            .or(PRESET_TEXT),
                    TypeAction.string(SUBJECT, Step.LOGIN, "The subject of a mail with a value.", Scope.AUTHENTICATION)
                            .asWhole()
                            .or(PRESET_SUBJECT),
                    TypeAction.flag(
                            SENDS_NEXT, Step.LOGIN, "Sends the next value after a log-in.", Scope.AUTHENTICATION))
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.VERIFIABLE, Trait.SENDS)
            .build();

    private EmailDescription() {}
}
