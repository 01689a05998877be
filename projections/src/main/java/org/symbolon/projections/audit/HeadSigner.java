package org.symbolon.projections.audit;

/** Signs the end of the audit's chain with a key that the database does not have. */
public interface HeadSigner {

    String sign(String text);

    boolean verify(String text, String signature);
}
