package shop;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Keeps what Spring Boot tells of an application that didn't start. */
public class Analyses implements FailureAnalysisReporter {

    static final BlockingQueue<FailureAnalysis> TOLD = new LinkedBlockingQueue<>();

    @Override
    public void report(FailureAnalysis analysis) {
        TOLD.add(analysis);
    }
}
