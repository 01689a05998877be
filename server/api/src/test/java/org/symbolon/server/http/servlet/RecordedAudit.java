package org.symbolon.server.http.servlet;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.RequestAudit;

/** Remembers what the edge wanted recorded, and can be broken. */
final class RecordedAudit implements RequestAudit {

    private final List<String> rows = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    @Override
    public void answered(ApiRequest request, Reply reply) {
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
