package org.symbolon.store.checkpoint;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.symbolon.projections.audit.HeadSigner;

/**
 * What the stream was at a moment, signed.
 *
 * @param size how many events it had
 * @param lastIndex the global index of the last of them
 * @param root the root of the tree over them, as hexadecimal digits
 * @param auditNumber the number of the last row of the audit
 * @param auditHash its hash in the audit's chain, empty before the first row
 * @param signature over all of it
 */
record Checkpoint(
        long size, long lastIndex, String root, long auditNumber, String auditHash, Instant time, String signature) {

    private static final String TITLE = "symbolon checkpoint";
    private static final int LINES = 8;

    static Checkpoint signed(
            MerkleTree tree, long lastIndex, long auditNumber, String auditHash, Instant time, HeadSigner signer) {
        Checkpoint unsigned = new Checkpoint(
                tree.size(), lastIndex, HexFormat.of().formatHex(tree.root()), auditNumber, auditHash, time, "");
        return new Checkpoint(
                unsigned.size,
                lastIndex,
                unsigned.root,
                auditNumber,
                auditHash,
                time,
                signer.sign(unsigned.signedText()));
    }

    /** What is signed: a line for each. */
    String signedText() {
        return String.join(
                "\n",
                TITLE,
                Long.toString(size),
                Long.toString(lastIndex),
                root,
                Long.toString(auditNumber),
                auditHash,
                time.toString());
    }

    boolean isSignedBy(HeadSigner signer) {
        return signer.verify(signedText(), signature);
    }

    boolean isOf(MerkleTree tree) {
        return size == tree.size() && root.equals(HexFormat.of().formatHex(tree.root()));
    }

    /** What is signed, and the signature as the last line. */
    String text() {
        return signedText() + "\n" + signature + "\n";
    }

    /** The checkpoint of such a text; empty if it is none. */
    static Optional<Checkpoint> parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != LINES || !lines.get(0).equals(TITLE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Checkpoint(
                    Long.parseLong(lines.get(1)),
                    Long.parseLong(lines.get(2)),
                    lines.get(3),
                    Long.parseLong(lines.get(4)),
                    lines.get(5),
                    Instant.parse(lines.get(6)),
                    lines.get(7)));
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }
}
