package org.symbolon.query.audit;

import org.axonframework.queryhandling.QueryHandler;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.audit.AuditPart;
import org.symbolon.projections.shared.TrailingModels;

/** Answers whether the audit is whole, part by part. */
public class AuditVerification {

    private final AuditChain chain;
    private final TrailingModels trailing;

    public AuditVerification(AuditChain chain, TrailingModels trailing) {
        this.chain = chain;
        this.trailing = trailing;
    }

    @QueryHandler
    public AuditPart handle(VerifyAudit query) {
        trailing.await();
        return chain.verifyPart(query.from(), query.most());
    }
}
