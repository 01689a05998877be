package org.symbolon.api.kernel.servlet;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.RequestAudit;

/** Remembers what the edge wanted recorded, and can be broken. */
final class RecordedAudit implements RequestAudit {

    private final List<String> rows = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    @Override
    public void answered(ApiRequest request) {
        add(request.route().action() + " " + request.notes().success());
    }

    @Override
    public void refused(ApiRequest request, ApiException refusal) {
        add(request.route().action() + " " + refusal.getMessage());
    }

    private void add(String row) {
        if (broken) {
            throw new IllegalStateException("no audit");
        }
        rows.add(row);
    }

    List<String> rows() {
        return rows;
    }

    void forget() {
        rows.clear();
    }

    void broken(boolean isBroken) {
        broken = isBroken;
    }
}
