package org.symbolon.store.checkpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * A short proof about a tree, put together from its leaves as they come by in their order: that a leaf is in it (RFC 6962, 2.1.1), or
 * that a smaller tree was its beginning (2.1.2).
 */
final class MerkleProof {

    /** The leaves below one hash of the proof. */
    private static final class Part {

        private final long from;
        private final long to;
        private final MerkleTree tree = new MerkleTree();

        private Part(long from, long to) {
            this.from = from;
            this.to = to;
        }
    }

    private final List<Part> parts = new ArrayList<>();

    private MerkleProof() {}

    /** That the leaf with this number, counted from 0, is one of so many. */
    static MerkleProof ofInclusion(long leaf, long size) {
        MerkleProof proof = new MerkleProof();
        proof.include(leaf, 0, size);
        return proof;
    }

    /** That the first leaves of so many are those of the smaller tree, which is not empty. */
    static MerkleProof ofConsistency(long smaller, long size) {
        MerkleProof proof = new MerkleProof();
        proof.connect(smaller, 0, size, true);
        return proof;
    }

    private void include(long leaf, long from, long to) {
        if (to - from == 1) {
            return;
        }
        long middle = from + largestPowerBelow(to - from);
        if (leaf < middle) {
            include(leaf, from, middle);
            parts.add(new Part(middle, to));
        } else {
            include(leaf, middle, to);
            parts.add(new Part(from, middle));
        }
    }

    private void connect(long smaller, long from, long to, boolean known) {
        if (smaller == to - from) {
            if (!known) {
                parts.add(new Part(from, to));
            }
            return;
        }
        long below = largestPowerBelow(to - from);
        if (smaller <= below) {
            connect(smaller, from, from + below, known);
            parts.add(new Part(from + below, to));
        } else {
            connect(smaller - below, from + below, to, false);
            parts.add(new Part(from, from + below));
        }
    }

    private static long largestPowerBelow(long number) {
        return Long.highestOneBit(number - 1);
    }

    /** Hears of the leaf with this number. */
    void leaf(long number, byte[] hash) {
        for (Part part : parts) {
            if (number >= part.from && number < part.to) {
                part.tree.add(hash);
            }
        }
    }

    /** The hashes in their order, once all leaves have come by. */
    List<byte[]> hashes() {
        return parts.stream().map(part -> part.tree.root()).toList();
    }
}
