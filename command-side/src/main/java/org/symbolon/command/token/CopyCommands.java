package org.symbolon.command.token;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.pw.PwType;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenDates;
import org.symbolon.events.shared.TokenOwner;

/** Hands what one token has to another: its PIN, its owner, or, when it is lost, all that it was good for. */
public class CopyCommands {

    private static final int NO_SOURCE = 1016;
    private static final int NO_TARGET = 1017;
    private static final int NO_OWNER = 2012;

    private final Tokens tokens;
    private final EnrolmentCommands enrolments;
    private final SecretVault vault;
    private final Clock clock;

    public CopyCommands(Tokens tokens, EnrolmentCommands enrolments, SecretVault vault, Clock clock) {
        this.tokens = tokens;
        this.enrolments = enrolments;
        this.vault = vault;
        this.clock = clock;
    }

    @CommandHandler
    public boolean handle(CopyPin command) {
        Pair pair = pair(command.from(), command.to());
        String key = pair.to.invoke(Token::seed).key();
        Pin stored = pinOf(pair.from).under(key, Token.binding(command.to(), SecretPurpose.PIN), vault);
        tokens.endLogins(pair.to);
        pair.to.execute(token -> token.changePin(stored));
        return true;
    }

    @CommandHandler
    public boolean handle(CopyOwner command) {
        Pair pair = pair(command.from(), command.to());
        TokenOwner owner = pair.from.invoke(Token::owner);
        if (owner == null) {
            throw Refusal.tokenAdmin("The token '" + command.from() + "' has no owner to copy.");
        }
        List<String> realms = pair.from.invoke(Token::realms);
        tokens.endLogins(pair.to);
        pair.to.execute(token -> {
            token.unassign();
            token.assign(owner);
            token.changeRealms(realms);
        });
        return true;
    }

    /** Both tokens are loaded in the order of their serials, as everywhere. */
    @CommandHandler
    public LostTokenReplaced handle(ReplaceLostToken command) throws Exception {
        String serial = "lost" + command.serial();
        if (serial.compareTo(command.serial()) < 0) {
            tokens.find(serial);
        }
        Aggregate<Token> lost = tokens.load(command.serial());
        TokenOwner owner = lost.invoke(Token::owner);
        if (owner == null) {
            throw Refusal.of(NO_OWNER, "You can only define a lost token for an assigned token.");
        }
        String end = TokenDates.toMinutes(clock.instant().plus(command.days(), ChronoUnit.DAYS));
        tokens.endLogins(lost);
        enrolments.handle(replacement(command, serial, end, owner, pinOf(lost)));
        List<String> realms = lost.invoke(Token::realms);
        tokens.load(serial).execute(token -> {
            token.changeRealms(realms);
            token.enable();
        });
        return new LostTokenReplaced(serial, end, lost.<Integer>invoke(Token::disable));
    }

    private static EnrollToken replacement(
            ReplaceLostToken command, String serial, String end, TokenOwner owner, PinToKeep pin) {
        Map<String, String> parameters = Map.of(
                "type",
                PwType.NAME,
                "serial",
                serial,
                "otpkey",
                command.password().reveal(),
                "description",
                "temporary replacement for " + command.serial(),
                "validity_period_end",
                end);
        return new EnrollToken(parameters, Map.of(), pin, owner, Holder.NOBODY, null);
    }

    private PinToKeep pinOf(Aggregate<Token> token) {
        return PinToKeep.copyOf(
                token.invoke(Token::pin), Token.binding(token.invoke(Token::serial), SecretPurpose.PIN), vault);
    }

    private record Pair(Aggregate<Token> from, Aggregate<Token> to) {}

    private Pair pair(String from, String to) {
        if (to.compareTo(from) < 0) {
            Aggregate<Token> target = load(to, NO_TARGET, "to");
            return new Pair(load(from, NO_SOURCE, "from"), target);
        }
        return new Pair(load(from, NO_SOURCE, "from"), load(to, NO_TARGET, "to"));
    }

    private Aggregate<Token> load(String serial, int code, String which) {
        return tokens.find(serial).orElseThrow(() -> Refusal.of(code, "No unique token to copy " + which + " found"));
    }
}
