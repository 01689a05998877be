package org.symbolon.command.tokentype.sent;

import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeParameter.Kind;
import org.symbolon.command.tokentype.TypeSetting;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** What all types say of themselves whose values are sent. */
public final class SentDescription {

    private SentDescription() {}

    /**
     * The beginning of a description, to which a type adds what it alone has.
     *
     * @param sender what sends its values, as in {@code mail server}
     * @param textSentence what the action says that says what a message says
     */
    public static TypeDescriptionBuilder of(
            Channel channel, String serialPrefix, String title, String sender, String textSentence) {
        return TypeDescriptionBuilder.of(channel.type(), serialPrefix, title)
                .loggingInBy(Mode.CHALLENGE)
                .triggered(Trigger.ALWAYS)
                .challenging(ClientMode.INTERACTIVE, channel.challengeText())
                .taking(OathParameters.ALL)
                .taking(
                        TypeParameter.text(channel.address(), "Where values are sent."),
                        TypeParameter.flag(
                                channel.dynamic(),
                                "Has them sent to whatever address the owner has in his user store."),
                        TypeParameter.text(channel.sender(), "The " + sender + " that sends them."))
                .goingBy(settings(channel, sender))
                .keeping(
                        SentState.HASH,
                        StateEntry.text(channel.address()),
                        StateEntry.flag(channel.dynamic()),
                        StateEntry.text(channel.sender()))
                .governedBy(actions(channel, textSentence))
                .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.VERIFIABLE, Trait.SENDS);
    }

    private static TypeSetting[] settings(Channel channel, String sender) {
        return new TypeSetting[] {
            TypeSetting.closed(
                    channel.sender(), Kind.TEXT, null, "The " + sender + " that sends where a token names none."),
            TypeSetting.closed(
                    channel.validity(),
                    Kind.NUMBER,
                    Integer.toString(channel.presetSeconds()),
                    "For how many seconds a challenge can be answered."),
            TypeSetting.closed(
                    channel.concurrent(), Kind.FLAG, "False", "Lets each value that was sent answer its own challenge.")
        };
    }

    private static TypeAction[] actions(Channel channel, String textSentence) {
        return new TypeAction[] {
            TypeAction.string(
                            channel.challengeAction(),
                            Step.LOGIN,
                            "What a challenge says; `" + channel.redacted()
                                    + "` stands for a few letters of the address.",
                            Scope.AUTHENTICATION)
                    .asWhole()
                    .or(channel.challengeText()),
            TypeAction.string(channel.text(), Step.LOGIN, textSentence, Scope.AUTHENTICATION)
                    .asWhole()
                    .or(Channel.PRESET_TEXT),
            TypeAction.flag(
                    channel.sendsNext(), Step.LOGIN, "Sends the next value after a log-in.", Scope.AUTHENTICATION)
        };
    }
}
