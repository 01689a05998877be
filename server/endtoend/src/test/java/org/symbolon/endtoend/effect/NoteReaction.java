package org.symbolon.endtoend.effect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.reactions.effect.EffectFailedException;
import org.symbolon.reactions.effect.Reaction;

/** An outside that does what each effect says. */
final class NoteReaction implements Reaction {

    private final String kind;
    private final Notes notes;
    private final String node;

    NoteReaction(String kind, Notes notes, String node) {
        this.kind = kind;
        this.notes = notes;
        this.node = node;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void carryOut(EffectOrder order) throws EffectFailedException {
        String words = order.content().get("words").reveal();
        switch (order.settings().get("how")) {
            case "take" -> take(order);
            case "slowly" -> {
                pause(30);
                take(order);
            }
            case "late" -> {
                pause(1500);
                take(order);
            }
            case "hang" -> pause(60_000);
            case "die" -> die(order);
            case "fail" -> throw EffectFailedException.forNow("nobody took: " + words);
            case "refuse" -> throw EffectFailedException.forGood("550 refused: " + words);
            default -> throw new IllegalStateException("broke at: " + words);
        }
    }

    private void take(EffectOrder order) {
        try {
            Files.createDirectories(notes.folder());
            String line = order.effectId() + " " + node + "\n";
            Files.writeString(notes.file(), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The node dies after it has sent it, and before it can write that down; whoever sends it again lives. */
    private void die(EffectOrder order) {
        boolean again = notes.ids().contains(order.effectId());
        take(order);
        if (!again) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static void pause(long millis) throws EffectFailedException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw EffectFailedException.forNow("interrupted");
        }
    }
}
