package org.symbolon.command.eventhandler.module;

import static org.symbolon.command.eventhandler.module.Option.flag;
import static org.symbolon.command.eventhandler.module.Option.line;
import static org.symbolon.command.eventhandler.module.Option.number;

import java.util.List;
import java.util.stream.IntStream;
import org.symbolon.command.eventhandler.module.Choices.Kind;
import org.symbolon.command.token.DeleteToken;
import org.symbolon.command.token.DisableTokens;
import org.symbolon.command.token.EnableTokens;
import org.symbolon.command.token.UnassignTokens;

/** Changes the token that an event is about, or enrols another. */
final class TokenModule {

    static final int LONGEST_PIN = 31;
    private static final String TYPE = "tokentype";
    private static final String SSH = "ssh";
    private static final String OFFLINE = "offline";
    private static final String LUKS = "luks";
    private static final String APPLICATION = "application";

    static final HandlerModule TABLE = onTheState()
            .action(
                    "enroll",
                    EnrolmentDoing::enrol,
                    line(TYPE, "The type of the new token.").mandatory().from(Choices.existing(Kind.TOKEN_TYPES)),
                    flag("user", "Give the new token to the owner of the token."),
                    line("realm", "Put the new token into this realm.").from(Choices.existing(Kind.REALMS)),
                    flag("dynamic_phone", "Ask for the phone number at each use.")
                            .when(TYPE, "sms"),
                    line("sms_identifier", "The gateway that sends the values.")
                            .from(Choices.existing(Kind.SMS_GATEWAYS))
                            .when(TYPE, "sms"),
                    flag("dynamic_email", "Ask for the mail address at each use.")
                            .when(TYPE, "email"),
                    line("smtp_identifier", "The mail server that sends the values.")
                            .from(Choices.existing(Kind.MAIL_SERVERS))
                            .when(TYPE, "email"),
                    line("additional_params", "Further parameters of the enrolment, an object in JSON or YAML."),
                    line("motppin", "The PIN in the device; it is shown to nobody.")
                            .secretly()
                            .when(TYPE, "motp"))
            .action(
                    "set description",
                    TokenDoings::description,
                    line("description", "The description; tags are filled in."))
            .action(
                    "set validity",
                    TokenDoings::validity,
                    line("valid from", "From when the token is valid: a date, or a time from now such as +7d."),
                    line("valid till", "Until when the token is valid: a date, or a time from now such as +7d."))
            .action(
                    "set countwindow",
                    TokenDoings::countWindow,
                    line("count window", "How far the counter may be ahead.")
                            .mandatory()
                            .otherwise("50"))
            .action(
                    "set tokeninfo",
                    TokenDoings::info,
                    line("key", "The key of the entry.").mandatory(),
                    line("value", "Its value; tags are filled in."))
            .action(
                    "delete tokeninfo",
                    TokenDoings::removedInfo,
                    line("key", "The key of the entry.").mandatory())
            .action(
                    "set failcounter",
                    TokenDoings::failCounter,
                    line("fail counter", "What the fail counter is set to.").mandatory())
            .action(
                    "change failcounter",
                    TokenDoings::changedFailCounter,
                    line("change fail counter", "What is added to the fail counter, such as +1 or -1.")
                            .mandatory())
            .action(
                    "set max failcount",
                    TokenDoings::failLimit,
                    line("max failcount", "At how many failures the token is locked.")
                            .mandatory())
            .action("add tokengroup", TokenDoings::joinedGroup, tokenGroup("The group that the token joins."))
            .action("remove tokengroup", TokenDoings::leftGroup, tokenGroup("The group that the token leaves."))
            .action(
                    "attach application",
                    TokenDoings::application,
                    line(APPLICATION, "The application that the token is used with.")
                            .mandatory()
                            .from(Choices.of(SSH, OFFLINE, LUKS)),
                    line("machine ID", "The machine that it is used on."),
                    line("service_id", "The service that it is used for.")
                            .from(Choices.existing(Kind.SERVICE_IDS))
                            .when(APPLICATION, SSH),
                    line("user", "The login on the machine.").when(APPLICATION, SSH),
                    line("count", "How many values are handed out.").when(APPLICATION, OFFLINE),
                    line("rounds", "The cost of their hashes.").when(APPLICATION, OFFLINE),
                    line("slot", "The slot of the key.").when(APPLICATION, LUKS),
                    line("partition", "The encrypted partition.").when(APPLICATION, LUKS));

    private static HandlerModule onTheState() {
        return HandlerModule.named("Token", HandlerModule.BEFORE_AND_AFTER)
                .action(
                        "set tokenrealm",
                        TokenDoings::realms,
                        line("realm", "The realm that the token is put into.")
                                .mandatory()
                                .from(Choices.existing(Kind.REALMS)),
                        flag("only_realm", "Take it out of all other realms."))
                .action("delete", TokenDoings.each(DeleteToken::new, "delete"))
                .action("unassign", TokenDoings.each(serial -> new UnassignTokens(List.of(serial)), "unassign"))
                .action("disable", TokenDoings.each(serial -> new DisableTokens(List.of(serial)), "disable"))
                .action("enable", TokenDoings.each(serial -> new EnableTokens(List.of(serial)), "enable"))
                .action(
                        "set random pin",
                        TokenDoings::randomPin,
                        number("length", "How long the PIN is.")
                                .mandatory()
                                .from(new Choices.Fixed(IntStream.rangeClosed(1, LONGEST_PIN)
                                        .mapToObj(Integer::toString)
                                        .toList()))
                                .otherwise("6"));
    }

    private static Option tokenGroup(String description) {
        return line("tokengroup", description).mandatory().from(Choices.existing(Kind.TOKEN_GROUPS));
    }

    private TokenModule() {}
}
