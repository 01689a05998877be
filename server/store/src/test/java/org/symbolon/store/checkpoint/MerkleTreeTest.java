package org.symbolon.store.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree of RFC 6962, with the leaves and roots that implementations of Certificate Transparency test themselves with. */
class MerkleTreeTest {

    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static List<byte[]> leaves() {
        return LEAVES.stream()
                .map(text -> MerkleTree.leaf(HexFormat.of().parseHex(text)))
                .toList();
    }

    private static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        leaves().subList(0, size).forEach(tree::add);
        return tree;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void itsRootsAreThoseOfOthers() {
        assertThat(IntStream.rangeClosed(0, LEAVES.size())
                        .mapToObj(size -> hex(tree(size).root())))
                .containsExactlyElementsOf(ROOTS);
    }

    @Test
    void itGrowsFromItsPeaksAsFromItsLeaves() {
        for (int size = 0; size <= LEAVES.size(); size++) {
            MerkleTree restored = MerkleTree.restored(size, tree(size).peaks());
            leaves().subList(size, LEAVES.size()).forEach(restored::add);
            assertThat(hex(restored.root())).isEqualTo(ROOTS.get(LEAVES.size()));
        }
    }

    @Test
    void otherPeaksAreNoTree() {
        assertThatThrownBy(() -> MerkleTree.restored(3, new byte[32])).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> inclusion(int leaf, int size) {
        return hashes(MerkleProof.ofInclusion(leaf, size), size);
    }

    private static List<String> consistency(int smaller, int size) {
        return hashes(MerkleProof.ofConsistency(smaller, size), size);
    }

    private static List<String> hashes(MerkleProof proof, int size) {
        List<byte[]> leaves = leaves();
        IntStream.range(0, size).forEach(number -> proof.leaf(number, leaves.get(number)));
        return proof.hashes().stream().map(MerkleTreeTest::hex).toList();
    }

    /** The examples of RFC 6962, 2.1.3, in the names of its picture. */
    @Test
    void proofsAreThoseOfTheExampleInTheStandard() {
        List<byte[]> d = leaves();
        String g = hex(root(d.subList(0, 2)));
        String h = hex(root(d.subList(2, 4)));
        String i = hex(root(d.subList(4, 6)));
        String j = hex(d.get(6));
        String k = hex(root(d.subList(0, 4)));
        String l = hex(root(d.subList(4, 7)));

        assertThat(inclusion(0, 7)).containsExactly(hex(d.get(1)), h, l);
        assertThat(inclusion(3, 7)).containsExactly(hex(d.get(2)), g, l);
        assertThat(inclusion(4, 7)).containsExactly(hex(d.get(5)), j, k);
        assertThat(inclusion(6, 7)).containsExactly(i, k);
        assertThat(consistency(3, 7)).containsExactly(hex(d.get(2)), hex(d.get(3)), g, l);
        assertThat(consistency(4, 7)).containsExactly(l);
        assertThat(consistency(6, 7)).containsExactly(i, j, k);
        assertThat(consistency(7, 7)).isEmpty();
    }

    private static byte[] root(List<byte[]> leaves) {
        MerkleTree tree = new MerkleTree();
        leaves.forEach(tree::add);
        return tree.root();
    }

    @Test
    void aCheckpointIsReadBackAndNothingElseIs() {
        Checkpoint checkpoint =
                new Checkpoint(3, 4, ROOTS.get(3), 1, "", Instant.parse("2026-11-30T12:00:00Z"), "rsa_sha256:00");
        assertThat(Checkpoint.parse(checkpoint.text())).contains(checkpoint);
        Stream.of(
                        "",
                        "symbolon checkpoint\n",
                        checkpoint.text() + "x\n",
                        checkpoint.text().replace("\n3\n", "\nx\n"))
                .forEach(text -> assertThat(Checkpoint.parse(text)).isEmpty());
        assertThat(Arrays.asList(checkpoint.signedText().split("\n", -1))).hasSize(7);
    }
}
