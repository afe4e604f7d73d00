export { ActionForm as Form } from '@/components/ui/action-form';
