package org.symbolon.command.token;

import java.util.Map;
import java.util.Optional;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.shared.Truth;
import org.symbolon.command.token.port.WaitingTokens;
import org.symbolon.command.token.port.WaitingTokens.WaitingToken;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.SeedParts;
import org.symbolon.command.tokentype.TokenTypes;

/**
 * Makes, before any lock or database connection is held, the seed of an enrolment that is a second step, for that takes long.
 * The command that uses it looks whether it is made of what is true then.
 */
public class SeedEvidence {

    private final WaitingTokens waiting;
    private final TokenTypes types;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Randomness randomness;

    public SeedEvidence(
            WaitingTokens waiting,
            TokenTypes types,
            SecretVault vault,
            SystemSettings settings,
            Randomness randomness) {
        this.waiting = waiting;
        this.types = types;
        this.vault = vault;
        this.settings = settings;
        this.randomness = randomness;
    }

    /** The command with the seed, if it is a second step. */
    public EnrollToken prepared(EnrollToken command) {
        Map<String, String> parameters = command.parameters();
        String serial = parameters.getOrDefault("serial", "");
        if (serial.isEmpty()
                || !parameters.containsKey("otpkey")
                || Truth.of(parameters.get("2stepinit"))
                || Truth.of(parameters.get("rollover"))) {
            return command;
        }
        EnrolmentRequest request = new EnrolmentRequest(serial, command.holder(), parameters, settings, randomness);
        return waiting.withSerial(serial)
                .flatMap(token -> made(token, request))
                .map(command::withSeed)
                .orElse(command);
    }

    /** What is wrong with the request is told by who handles the command, when it is the time for that. */
    private Optional<SeedParts.Made> made(WaitingToken found, EnrolmentRequest request) {
        try {
            return types.find(found.type())
                    .flatMap(type -> type.seedParts(request, found.token(), vault.unseal(found.serverPart())))
                    .map(SeedParts::together);
        } catch (Refusal | SecretErasedException noSecondStep) {
            return Optional.empty();
        }
    }
}
