package org.symbolon.store.checkpoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tree of hashes over leaves that only grows (RFC 6962, 2.1, with SHA-256). It keeps no more than the roots of its whole
 * subtrees, its peaks, so that millions of leaves need less than a kilobyte.
 */
final class MerkleTree {

    static final int HASH_LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final List<byte[]> peaks = new ArrayList<>();
    private long size;

    /** The tree of so many leaves that has these peaks, one behind the other, the largest first. */
    static MerkleTree restored(long size, byte[] peaks) {
        if (peaks.length != Long.bitCount(size) * HASH_LENGTH) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has other peaks");
        }
        MerkleTree tree = new MerkleTree();
        tree.size = size;
        for (int from = 0; from < peaks.length; from += HASH_LENGTH) {
            tree.peaks.add(Arrays.copyOfRange(peaks, from, from + HASH_LENGTH));
        }
        return tree;
    }

    /** The hash of a leaf, which is its parts one behind the other. */
    static byte[] leaf(byte[]... parts) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Adds the hash of the next leaf. */
    void add(byte[] leaf) {
        byte[] grown = leaf;
        for (long whole = size; (whole & 1) == 1; whole >>= 1) {
            grown = node(peaks.remove(peaks.size() - 1), grown);
        }
        peaks.add(grown);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (peaks.isEmpty()) {
            return sha256().digest();
        }
        byte[] root = peaks.get(peaks.size() - 1);
        for (int index = peaks.size() - 2; index >= 0; index--) {
            root = node(peaks.get(index), root);
        }
        return root;
    }

    byte[] peaks() {
        byte[] all = new byte[peaks.size() * HASH_LENGTH];
        for (int index = 0; index < peaks.size(); index++) {
            System.arraycopy(peaks.get(index), 0, all, index * HASH_LENGTH, HASH_LENGTH);
        }
        return all;
    }
}
