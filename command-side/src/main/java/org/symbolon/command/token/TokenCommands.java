package org.symbolon.command.token;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.OtpPair;
import org.symbolon.command.tokentype.Resynchronisable;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/** What administrators and owners do to tokens that exist. The answers are eduMFA's: how many things changed. */
public class TokenCommands {

    private final Tokens tokens;
    private final TokenTypes types;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Clock clock;

    public TokenCommands(Tokens tokens, TokenTypes types, SecretVault vault, SystemSettings settings, Clock clock) {
        this.tokens = tokens;
        this.types = types;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    @CommandHandler
    public int handle(EnableTokens command) {
        return tokens.sum(command.serials(), Token::enable);
    }

    @CommandHandler
    public int handle(DisableTokens command) {
        return tokens.sumEnding(command.serials(), Token::disable);
    }

    @CommandHandler
    public int handle(ResetFailCounters command) {
        return tokens.sum(command.serials(), Token::resetFailCounter);
    }

    @CommandHandler
    public int handle(SetFailCounter command) {
        return tokens.change(command.serial(), token -> FailCounter.set(token, command.failCount()));
    }

    @CommandHandler
    public int handle(UnassignTokens command) {
        return tokens.sumEnding(command.serials(), Token::unassign);
    }

    @CommandHandler
    public int handle(DeleteToken command) {
        tokens.delete(tokens.load(command.serial()), vault);
        return 1;
    }

    @CommandHandler
    public boolean handle(AssignToken command) {
        Aggregate<Token> token = tokens.load(command.serial());
        if (command.taken()) {
            token.execute(found -> found.requireWithinReachOf(command.owner()));
        }
        token.execute(found -> found.assign(command.owner()));
        if (command.pin() != null) {
            changePin(token, command.pin());
        }
        return true;
    }

    @CommandHandler
    public int handle(ChangePins command) {
        Aggregate<Token> token = tokens.load(command.serial());
        String key = token.invoke(Token::seed).key();
        int changed = 0;
        if (command.pin() != null) {
            changed += changePin(token, command.pin());
        }
        if (command.userPin() != null) {
            Secret pin = command.userPin();
            Sealed sealed = vault.seal(key, Token.binding(command.serial(), SecretPurpose.USER_PIN), pin);
            changed += token.<Integer>invoke(found -> found.changeUserPin(sealed));
        }
        if (command.securityOfficerPin() != null) {
            Secret pin = command.securityOfficerPin();
            Sealed sealed = vault.seal(key, Token.binding(command.serial(), SecretPurpose.SECURITY_OFFICER_PIN), pin);
            changed += token.<Integer>invoke(found -> found.changeSecurityOfficerPin(sealed));
        }
        writeInfo(token, command.info());
        return changed;
    }

    private int changePin(Aggregate<Token> token, PinToKeep pin) {
        tokens.endLogins(token);
        Pin stored = pin.under(
                token.invoke(Token::seed).key(), Token.binding(token.invoke(Token::serial), SecretPurpose.PIN), vault);
        return token.<Integer>invoke(found -> found.changePin(stored));
    }

    @CommandHandler
    public int handle(DescribeToken command) {
        String description = Limits.check("description", command.description(), Limits.DESCRIPTION);
        return tokens.change(command.serial(), token -> token.describe(description));
    }

    @CommandHandler
    public int handle(ConfigureToken command) {
        Limits.check("description", command.description(), Limits.DESCRIPTION);
        Aggregate<Token> token = tokens.load(command.serial());
        int changed = 0;
        if (command.description() != null) {
            changed += token.<Integer>invoke(found -> found.describe(command.description()));
        }
        if (command.countWindow() != null) {
            changed += token.<Integer>invoke(found -> found.changeCountWindow(command.countWindow()));
        }
        if (command.syncWindow() != null) {
            changed += token.<Integer>invoke(found -> found.changeSyncWindow(command.syncWindow()));
        }
        if (command.failLimit() != null) {
            changed += token.<Integer>invoke(found -> found.changeFailLimit(command.failLimit()));
        }
        Map<String, String> info = new HashMap<>(command.info());
        if (command.timeShift() != null) {
            info.put(
                    "useTimeShift",
                    command.timeShift().equals(ConfigureToken.SYSTEM_DECIDES) ? null : command.timeShift());
        }
        writeInfo(token, info);
        return changed + command.info().size();
    }

    @CommandHandler
    public boolean handle(ChangeTokenRealms command) {
        tokens.load(command.serial()).execute(token -> token.changeRealms(command.realms()));
        return true;
    }

    @CommandHandler
    public boolean handle(SetTokenInfo command) {
        writeInfo(tokens.load(command.serial()), command.info());
        return true;
    }

    /** What the token's type keeps goes to the type, all else stays as people write it. */
    private void writeInfo(Aggregate<Token> token, Map<String, String> entries) {
        TypeEdit edit = TypeEdit.of(token, types, vault, entries);
        writePlainly(token, edit.plain());
        if (!edit.change().isNothing()) {
            token.execute(found -> found.adjust(edit.change()));
        }
    }

    private static void writePlainly(Aggregate<Token> token, Map<String, String> entries) {
        Map<String, String> written = new HashMap<>();
        List<String> removed = new ArrayList<>();
        entries.forEach((key, value) -> {
            Limits.check("key", key, Limits.INFO_KEY);
            if (value == null) {
                removed.add(key);
            } else {
                written.put(key, value);
            }
        });
        if (!written.isEmpty()) {
            token.execute(found -> found.setInfo(written));
        }
        if (!removed.isEmpty()) {
            token.execute(found -> found.removeInfo(removed));
        }
    }

    /** Whether the values were found; empty when the token's type knows no resynchronisation. */
    @CommandHandler
    public Optional<Boolean> handle(ResynchronizeToken command) {
        Aggregate<Token> token = tokens.load(command.serial());
        if (token.invoke(Token::locked)) {
            throw Refusal.tokenLocked();
        }
        TokenType type = types.require(token.invoke(Token::type));
        if (!(type instanceof Resynchronisable resynchronisable)) {
            return Optional.empty();
        }
        OtpPair pair = new OtpPair(command.first(), command.second(), clock.instant(), settings);
        Optional<StateChange> found = resynchronisable.resynchronise(token.invoke(it -> it.view(vault)), pair);
        if (found.isEmpty()) {
            token.execute(Token::refuseResynchronisation);
            return Optional.of(false);
        }
        token.execute(it -> it.resynchronise(found.get()));
        if (settings.text("DefaultResetFailCount").filter("True"::equals).isPresent()) {
            token.execute(Token::resetFailCounter);
        }
        return Optional.of(true);
    }
}
