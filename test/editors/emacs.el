;;; What a user does in Emacs with Eglot, printed as JSON: emacs -batch -l emacs.el RECIPE FILE
(package-initialize)
(require 'eglot)
(require 'json)
;; Emacs 29 brings modes for TypeScript; this stands for one of the packages before.
(unless (fboundp 'typescript-mode)
  (define-derived-mode typescript-mode js-mode "TypeScript"))
(setq eglot-sync-connect t
      eglot-connect-timeout 60
      jsonrpc-default-request-timeout 60
      eglot-confirm-server-initiated-edits nil)

(defun until (look)
  "Ask LOOK until there is an answer; servers take their time."
  (let ((found nil) (left 300))
    (while (and (not (setq found (funcall look))) (> left 0))
      (accept-process-output nil 0.1)
      (setq left (1- left)))
    found))

(defun hover-text ()
  "What Eglot shows of the text at point."
  (let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover
                                (eglot--TextDocumentPositionParams))))
    (and hover (eglot--hover-info (plist-get hover :contents) (plist-get hover :range)))))

(let ((recipe (pop command-line-args-left))
      (file (pop command-line-args-left))
      hover diagnostics)
  (load recipe nil t)
  (find-file file)
  (typescript-mode)
  (apply #'eglot (eglot--guess-contact))
  (search-forward "1001")
  (backward-char 2)
  (setq hover (until #'hover-text))
  (when eglot-workspace-configuration
    ;; In batch, waiting alone reads too little; an answer brings what was written before it.
    (until (lambda () (hover-text) (flymake-start) (flymake-diagnostics)))
    (setq diagnostics (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))
  (cl-letf ((last-nonmenu-event ?x)
            ((symbol-function 'completing-read)
             (lambda (_ choices &rest _)
               (car (seq-find (lambda (one) (string-prefix-p "Replace" (car one))) choices)))))
    (eglot-code-actions (point) (point) nil t))
  (until #'buffer-modified-p)
  (princ (json-encode `((hover . ,hover)
                        (diagnostics . ,(vconcat diagnostics))
                        (mended . ,(string-trim (thing-at-point 'line t))))))
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server)))
