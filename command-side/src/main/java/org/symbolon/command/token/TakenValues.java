package org.symbolon.command.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.token.port.Serials;
import org.symbolon.command.token.port.UniqueValues;
import org.symbolon.command.tokentype.EnrolmentStep.Unique;

/** Keeps apart what no two tokens may have by what the stream says. What a deleted token had can be taken by another. */
public class TakenValues implements UniqueValues {

    private final Repository<UniqueValue> values;
    private final Serials serials;

    public TakenValues(Repository<UniqueValue> values, Serials serials) {
        this.values = values;
        this.serials = serials;
    }

    @Override
    public void take(Unique thing, Token token) {
        String hash = hash(thing.value());
        Aggregate<UniqueValue> value = value(UniqueValue.idOf(thing.kind(), hash));
        UniqueValue known = value.invoke(found -> found);
        if (known.isOf(token)) {
            return;
        }
        if (known.serial() != null && serials.exists(known.serial(), known.tokenId())) {
            throw thing.otherwise();
        }
        value.execute(found -> found.take(thing.kind(), hash, token));
    }

    /** The serial of the token that has it; empty if none has. */
    @CommandHandler
    public Optional<String> handle(LookForTaker command) {
        return new Existing<>(values, found -> serials.exists(found.serial(), found.tokenId()), "Value")
                .find(UniqueValue.idOf(command.kind(), hash(command.value())))
                .map(found -> found.invoke(UniqueValue::serial));
    }

    private Aggregate<UniqueValue> value(String id) {
        try {
            return values.loadOrCreate(id, UniqueValue::new);
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception unexpected) {
            throw new IllegalStateException("What only one token may have could not be looked at", unexpected);
        }
    }

    private static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
