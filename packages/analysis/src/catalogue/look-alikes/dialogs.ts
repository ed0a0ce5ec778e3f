import type { Library } from "../library.ts";

/** A dialog closes with a result, which may be any number. */
export const dialogs = {
  name: "look-alikes/dialogs",
  title: "Dialogs (Angular Material, ng-bootstrap, PrimeNG)",
  lookAlike: true,
  modules: [
    "@angular/material/dialog",
    "@angular/cdk/dialog",
    "@ng-bootstrap/ng-bootstrap",
    "primeng/dynamicdialog",
    "primeng/api",
  ],
  exports: {
    MatDialogRef: { new: "Dialog" },
    DialogRef: { new: "Dialog" },
    NgbActiveModal: { new: "Dialog" },
    NgbModalRef: { new: "Dialog" },
    DynamicDialogRef: { new: "Dialog" },
  },
  types: {
    Dialog: {
      declared: [
        { from: "package", package: "@angular/material", name: "MatDialogRef" },
        { from: "package", package: "@angular/cdk", name: "DialogRef" },
        { from: "package", package: "@ng-bootstrap/ng-bootstrap", name: "NgbActiveModal" },
        { from: "package", package: "@ng-bootstrap/ng-bootstrap", name: "NgbModalRef" },
        { from: "package", package: "primeng", name: "DynamicDialogRef" },
      ],
    },
  },
} as const satisfies Library;
