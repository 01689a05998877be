package org.symbolon.command.machine.application;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.oath.Hotp;
import org.symbolon.events.shared.Secret;

/** Disks that a device opens by what it answers to a challenge. Only TOTP tokens of that kind of device can. */
public final class LuksApplication implements MachineApplication {

    private static final String SLOT = "slot";
    private static final int LAST_SLOT = 7;
    private static final int CHALLENGE_BYTES = 32;
    private static final String SERIALS_BEGIN_WITH = "UBOM";
    private static final List<ApplicationOption> OPTIONS = List.of(
            new ApplicationOption(
                    SLOT,
                    ApplicationOption.Kind.NUMBER,
                    null,
                    new ApplicationOption.Numbers(
                            IntStream.rangeClosed(0, LAST_SLOT).boxed().toList())),
            ApplicationOption.text("partition"));

    @Override
    public String name() {
        return "luks";
    }

    @Override
    public List<ApplicationOption> options() {
        return OPTIONS;
    }

    @Override
    public void check(Map<String, String> options) {
        OptionNumbers.read(options, SLOT, 0, 0, LAST_SLOT);
    }

    @Override
    public Optional<AuthItem> itemFor(ApplicationToken token, ItemRequest request) {
        if (!token.isOfType("totp") || !token.serial().startsWith(SERIALS_BEGIN_WITH)) {
            return Optional.empty();
        }
        byte[] challenge = challenge(request);
        return Hotp.of(token.view())
                .map(values -> new AuthItem.ChallengeResponse(
                        HexFormat.of().formatHex(challenge),
                        Secret.of(HexFormat.of().formatHex(values.hash(challenge)))));
    }

    private static byte[] challenge(ItemRequest request) {
        String given = request.challenge().reveal();
        if (given.isEmpty()) {
            return request.randomness().bytes(CHALLENGE_BYTES);
        }
        if (given.length() % 2 != 0 || !given.chars().allMatch(HexFormat::isHexDigit)) {
            throw Refusal.parameter("Parameter 'challenge' must be hexadecimal");
        }
        return HexFormat.of().parseHex(given);
    }
}
